#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/pack/pack.hpp"

#include <vector>

namespace schacht::content {

/// While a pack is being written: where a file has an error now, what it said before stays in the pack. Items and
/// pack.json keep their last version without an error, if there was one; of places, people, credits and strings, what
/// the error took away is filled in. What was removed without an error stays removed. before: the same pack, read
/// earlier. Any thread.
void keepLastGood(Pack& pack, const Pack& before, const std::vector<base::Problem>& problems);

} // namespace schacht::content
