#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/format/reading.hpp"

#include <string>
#include <vector>

/// What visitors miss of a pack because of a problem in it, as a sentence behind that problem's own.
namespace schacht::content {

/// While it lives, what is read belongs to this object.
class Owning {
public:
    Owning(Reading& in, Owner owner) : reading(in) { reading.owners.push_back(owner); }
    ~Owning() { reading.owners.pop_back(); }
    Owning(const Owning&) = delete;
    Owning& operator=(const Owning&) = delete;

private:
    Reading& reading;
};

/// Notes that a value cannot be used because of the newest problem. False, which is what its reader returns.
bool refused(Reading& reading);

/// The innermost object is shown without this key, because of `reading.cause`.
void loseKey(Reading& reading, const Field& field);

/// The innermost object shows only so many of `all` entries of this key. causes: of each that it does not show.
void loseEntries(Reading& reading, const Field& field, const std::vector<FileReport::Entry>& causes, std::size_t all);

/// "Visitors do not see this item."
[[nodiscard]] std::string notSeen(std::string_view noun);

} // namespace schacht::content
