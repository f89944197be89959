#include "tests/layers/shapes.hpp"

#include "tests/layers/declarations.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

namespace schacht::layers {
namespace {

constexpr int longestFunction = 50; // lines

struct ReadFile {
    std::string path; // relative to the tree
    Declarations declared;

    [[nodiscard]] bool isHeader() const { return path.ends_with(".hpp"); }
    [[nodiscard]] std::string name() const { return path.substr(path.rfind('/') + 1); }
};

std::vector<ReadFile> filesOf(const std::filesystem::path& tree) {
    std::vector<ReadFile> files;
    for (const auto* top : {"engine", "kiosk"}) {
        if (!std::filesystem::exists(tree / top)) {
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(tree / top)) {
            const auto extension = entry.path().extension();
            if (extension == ".hpp" || extension == ".cpp") {
                std::ostringstream text;
                text << std::ifstream(entry.path()).rdbuf();
                files.push_back(
                    {std::filesystem::relative(entry.path(), tree).generic_string(), declarationsIn(text.str())});
            }
        }
    }
    std::ranges::sort(files, {}, &ReadFile::path);
    return files;
}

void checkLengths(const std::vector<ReadFile>& files, std::span<const LongFunction> allowed,
                  std::vector<Violation>& violations) {
    std::multimap<std::string_view, std::string_view> left; // of what is allowed: functions by their files
    for (const LongFunction& one : allowed) {
        left.emplace(one.file, one.function);
    }
    for (const ReadFile& file : files) {
        for (const DefinedFunction& function : file.declared.functions) {
            if (function.lines <= longestFunction) {
                continue;
            }
            const std::string name = file.name();
            const auto [from, to] = left.equal_range(name);
            const auto found = std::find_if(from, to, [&](const auto& one) { return one.second == function.name; });
            if (found != to) {
                left.erase(found);
                continue;
            }
            violations.push_back({file.path, function.line,
                                  function.name + " has " + std::to_string(function.lines) +
                                      " lines; a function of more than 50 has two jobs"});
        }
    }
    for (const auto& [file, function] : left) {
        violations.push_back({std::string(file), 0, std::string(function) + " need not be allowed any more"});
    }
}

struct TypePlace {
    const ReadFile* file;
    const DeclaredType* type;

    /// One type may be declared twice in a file, for one compiler or another.
    [[nodiscard]] bool isOf(const TypePlace& other) const {
        return file == other.file && type->space == other.type->space;
    }
};

/// Of every name of a program: where a type has it.
std::map<std::string, std::vector<TypePlace>> typesOf(const std::vector<ReadFile>& files, bool ofProbe) {
    std::map<std::string, std::vector<TypePlace>> types;
    for (const ReadFile& file : files) {
        if (!file.isHeader() || file.path.starts_with("kiosk/probe/") != ofProbe) {
            continue;
        }
        for (const DeclaredType& type : file.declared.types) {
            auto& places = types[type.name];
            const TypePlace place{&file, &type};
            if (std::ranges::none_of(places, [&](const TypePlace& other) { return other.isOf(place); })) {
                places.push_back(place);
            }
        }
    }
    return types;
}

void checkTypes(const std::vector<ReadFile>& files, std::span<const SharedName> allowed,
                std::vector<Violation>& violations) {
    std::map<std::string_view, std::size_t> left;
    for (const SharedName& one : allowed) {
        left.emplace(one.type, one.places);
    }
    for (const bool ofProbe : {false, true}) {
        for (const auto& [name, places] : typesOf(files, ofProbe)) {
            const auto found = left.find(name);
            if (found != left.end() && found->second == places.size()) {
                left.erase(found);
                continue;
            }
            for (auto place = std::next(places.begin()); place != places.end(); ++place) {
                violations.push_back({place->file->path, place->type->line,
                                      name + " is also a type of " + places.front().file->path +
                                          "; one name for two things misleads readers"});
            }
        }
    }
    for (const auto& [type, places] : left) {
        violations.push_back(
            {std::string(type), 0, "need not be allowed any more as the name of " + std::to_string(places) + " types"});
    }
}

} // namespace

std::vector<Violation> shapeViolationsIn(const std::filesystem::path& tree, const Allowed& allowed) {
    const auto files = filesOf(tree);
    std::vector<Violation> violations;
    checkLengths(files, allowed.functions, violations);
    checkTypes(files, allowed.names, violations);
    return violations;
}

} // namespace schacht::layers
