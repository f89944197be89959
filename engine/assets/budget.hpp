#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <unordered_map>
#include <utility>

namespace schacht::assets {

/// Things that may be made again, within a number of bytes: what was used least recently goes first, and what was used
/// since the present frame began stays, so that nothing on screen is thrown away to make room for its neighbour. Where
/// one frame alone uses more than the limit, it has it: `total` stays above `limit` until something is put in a later
/// frame. One thread.
template <class Key, class Value, class Hash = std::hash<Key>>
class LruBudget {
public:
    /// limit: bytes.
    explicit LruBudget(std::size_t limit) : most(limit) {}

    /// What is touched from now on is pinned until this is called again.
    void beginFrame() { ++frame; }

    /// Replaces what the key had, counts as a use, and drops what then is too much. bytes: what it costs.
    Value& put(const Key& key, Value value, std::size_t bytes) {
        erase(key);
        entries.push_front({key, std::move(value), bytes, frame});
        places.emplace(key, entries.begin());
        sum += bytes;
        evict();
        return entries.front().value;
    }

    /// Null where there is nothing; else a use of it, and valid until the key is put or erased or a later frame evicts.
    [[nodiscard]] Value* find(const Key& key) {
        const auto place = places.find(key);
        if (place == places.end()) {
            return nullptr;
        }
        entries.splice(entries.begin(), entries, place->second);
        entries.front().frame = frame;
        return &entries.front().value;
    }

    /// Whether it is there; no use of it.
    [[nodiscard]] bool contains(const Key& key) const { return places.contains(key); }

    void erase(const Key& key) {
        if (const auto place = places.find(key); place != places.end()) {
            sum -= place->second->bytes;
            entries.erase(place->second);
            places.erase(place);
        }
    }

    void clear() {
        entries.clear();
        places.clear();
        sum = 0;
    }

    [[nodiscard]] std::size_t total() const { return sum; }
    [[nodiscard]] std::size_t limit() const { return most; }
    [[nodiscard]] std::size_t size() const { return places.size(); }

private:
    struct Entry {
        Key key;
        Value value;
        std::size_t bytes;
        std::uint64_t frame; ///< in which it was last used
    };

    /// The list is in the order of use, so the first pinned entry from its end has only pinned ones before it.
    void evict() {
        while (sum > most && entries.back().frame != frame) {
            sum -= entries.back().bytes;
            places.erase(entries.back().key);
            entries.pop_back();
        }
    }

    std::size_t most;
    std::size_t sum = 0;
    std::uint64_t frame = 0;
    std::list<Entry> entries; // most recently used first
    std::unordered_map<Key, typename std::list<Entry>::iterator, Hash> places;
};

} // namespace schacht::assets
