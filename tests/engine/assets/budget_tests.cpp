#include "engine/assets/budget.hpp"

#include "tests/catch.hpp"

#include <memory>
#include <string>

using schacht::assets::LruBudget;

TEST_CASE("a budget gives back what was put, and nothing else") {
    LruBudget<std::string, int> budget(100);
    budget.put("a", 1, 10);
    REQUIRE(budget.find("a") != nullptr);
    CHECK(*budget.find("a") == 1);
    CHECK(budget.find("b") == nullptr);
    CHECK(budget.total() == 10);
}

TEST_CASE("what was used least recently leaves a full budget first") {
    LruBudget<std::string, int> budget(30);
    budget.put("a", 1, 10);
    budget.put("b", 2, 10);
    budget.put("c", 3, 10);
    budget.beginFrame();
    CHECK(budget.find("a") != nullptr);
    budget.put("d", 4, 10);
    CHECK(budget.contains("a"));
    CHECK_FALSE(budget.contains("b"));
    CHECK(budget.total() == 30);
}

TEST_CASE("what the present frame has used stays, even above the limit") {
    LruBudget<std::string, int> budget(20);
    budget.put("old", 0, 10);
    budget.beginFrame();
    budget.put("a", 1, 10);
    budget.put("b", 2, 10);
    budget.put("c", 3, 10);
    CHECK(budget.total() == 30);
    CHECK_FALSE(budget.contains("old"));

    budget.beginFrame();
    CHECK(budget.find("c") != nullptr);
    budget.put("d", 4, 10);
    CHECK(budget.total() == 20);
    CHECK_FALSE(budget.contains("a"));
    CHECK_FALSE(budget.contains("b"));
}

TEST_CASE("putting a key again replaces its value and its bytes") {
    LruBudget<int, std::unique_ptr<int>> budget(100);
    budget.put(7, std::make_unique<int>(1), 60);
    auto& value = budget.put(7, std::make_unique<int>(2), 30);
    CHECK(*value == 2);
    CHECK(budget.total() == 30);
    CHECK(budget.size() == 1);
}

TEST_CASE("something larger than the whole budget is there for its frame only") {
    LruBudget<int, int> budget(10);
    budget.put(1, 1, 50);
    CHECK(budget.contains(1));
    budget.beginFrame();
    budget.put(2, 2, 5);
    CHECK_FALSE(budget.contains(1));
    CHECK(budget.contains(2));
}

TEST_CASE("erasing and clearing give the bytes back") {
    LruBudget<int, int> budget(100);
    budget.put(1, 1, 50);
    budget.put(2, 2, 20);
    budget.erase(1);
    budget.erase(9);
    CHECK(budget.total() == 20);
    budget.clear();
    CHECK(budget.total() == 0);
    CHECK(budget.find(2) == nullptr);
}
