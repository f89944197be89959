#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/pack/pack.hpp"

#include <map>
#include <string>
#include <vector>

/// The files of a pack that are one object of named things. Each reader takes what is right, reports what is wrong, and
/// leaves out the things that cannot be shown. Any thread.
namespace schacht::content {

template <class T>
using Named = std::map<std::string, T, std::less<>>;

/// What a file said. `whole` is false where it could not be read as an object at all.
template <class T>
struct NamedReading {
    Named<T> things;
    std::vector<std::string> names; ///< also of those that were left out
    bool whole = false;
    std::vector<base::Problem> problems;
};

[[nodiscard]] NamedReading<Place> readPlaces(std::string text, const std::string& path, const Names& names);
[[nodiscard]] NamedReading<Person> readPeople(std::string text, const std::string& path, const Names& names);
/// Also looks, where names has files, whether each file and folder that has a credit is there.
[[nodiscard]] NamedReading<Credit> readCredits(std::string text, const std::string& path, const Names& names);
/// The words of the interface in one language.
[[nodiscard]] NamedReading<std::string> readStrings(std::string text, const std::string& path, const Names& names);
/// Only whether a file is JSON: what it says is read elsewhere.
[[nodiscard]] std::vector<base::Problem> checkJson(std::string text, const std::string& path);

} // namespace schacht::content
