#pragma once
#include "engine/content/format/losses.hpp"
#include "engine/content/format/value_reader.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace schacht::content {

/// One object of a JSON file and the keys that it may have: what all visitors of that object share.
class ObjectKeys {
public:
    ObjectKeys(Reading& in, const JsonValue& of) : reading(in), object(of) {}

    /// The value of a key; null where it is absent, which is reported where it is required.
    [[nodiscard]] const JsonValue* take(const Field& field);
    /// The row that the value names; null, and reported, where it names none. rows: outlive this.
    [[nodiscard]] const KeyLayout* takeLayout(const Field& field, std::span<const KeyLayout> rows);
    void checkAlt();
    void checkChoice(const Choice& choice);
    /// The value of a key was refused, because of `reading.cause`.
    void lose(const Field& field);
    /// After the last key: reports the keys that nobody took. Those of an object whose layout is not known are let be.
    /// False where the object lacks what it cannot be shown without: `reading.cause` is the problem then.
    [[nodiscard]] bool finish();

    Reading& reading;
    const JsonValue& object;

private:
    struct Missing {
        std::string_view key;
        std::string_view orKey; ///< one of the two is enough; "" where there is no other
        std::string_view meaning;
        bool vital = false;
    };
    struct Refused {
        std::string_view key;
        FileReport::Entry cause;
    };
    [[nodiscard]] const JsonValue* refuseForeign(const JsonValue* value, const Field& field);

    void reportUnknown(std::string_view key, std::size_t offset);
    /// possible: the keys that an object of this kind may have.
    [[nodiscard]] std::string adviseKeys(std::vector<std::string_view> possible) const;
    void checkAltWords(const JsonValue& alt);

    std::vector<std::string_view> known;
    std::vector<Missing> missing;
    std::vector<Refused> refusals;
    std::optional<FileReport::Entry> fatal;  ///< the first problem that leaves nothing to show
    std::optional<FileReport::Entry> needed; ///< the first with a key that the layout asks for
    std::span<const KeyLayout> layouts;
    const KeyLayout* layout = nullptr;
    bool layoutUnknown = false;
};

/// Reports every key that stands twice in an object of the file.
void reportDuplicates(Reading& reading);
/// Whether the whole file is one object; reports it where it is not.
[[nodiscard]] bool isObjectFile(Reading& reading);

/// Makes the best of an object that was read and has lost some of what it should hold. False where nothing is left to
/// show. Types that can do so have an overload of their own.
template <class T>
[[nodiscard]] bool settle(T& /*read*/) {
    return true;
}

/// False where `into` lacks what it cannot be shown without (Field::vital, settle()): `reading.cause` is the problem.
template <class T>
[[nodiscard]] bool readObject(Reading& reading, const JsonValue& value, const Field& field, T& into);

template <class T>
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, std::optional<T>& into);

/// A list of objects. One that cannot be shown is left out; false where that leaves none.
template <class T>
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, std::vector<T>& into);

/// The visitor of describe() that reads an object of JSON into a T.
template <class T>
class ObjectReader {
public:
    ObjectReader(ObjectKeys& of, T& target) : keys(of), into(target) {}

    template <class Member>
    void operator()(const Field& field, Member T::* member) {
        const JsonValue* const value = keys.take(field);
        if (value == nullptr) {
            return;
        }
        const FileReport::Step step(keys.reading.report, field.key);
        bool good = false;
        if constexpr (requires { readValue(keys.reading, *value, field, into.*member); }) {
            good = readValue(keys.reading, *value, field, into.*member);
        } else {
            Member read{};
            good = readObject(keys.reading, *value, field, read);
            if (good) {
                into.*member = std::move(read);
            }
        }
        if (!good) {
            keys.lose(field);
        }
    }

    template <class Enum>
    void layout(const Field& field, Enum T::* member, std::span<const KeyLayout> rows) {
        if (const KeyLayout* const row = keys.takeLayout(field, rows)) {
            into.*member = static_cast<Enum>(row->value);
        }
    }

    /// The reader of an item has looked at its kind before: only what is shown comes here.
    void kind(const Field& field, std::string T::* member) {
        if (const JsonValue* const value = keys.take(field)) {
            into.*member = value->text;
        }
    }

    /// The alternative is that of the kind already.
    template <class... Bodies>
    void body(std::variant<Bodies...> T::* member) {
        std::visit(
            [this](auto& chosen) {
                using Body = std::decay_t<decltype(chosen)>;
                ObjectReader<Body> reader(keys, chosen);
                describe(reader, As<Body>{});
            },
            into.*member);
    }

    void altUnlessDecorative() { keys.checkAlt(); }
    void oneOf(const Choice& choice) { keys.checkChoice(choice); }

private:
    ObjectKeys& keys;
    T& into;
};

/// The visitor of describe() that says what an object cannot be without.
class RequiredKeys {
public:
    /// "Write it as {"file": "media/lamp.svg", "alt": "…what it shows…"}." written: what stands in its place.
    template <class T>
    [[nodiscard]] static std::string asAdvice(const JsonValue& written) {
        RequiredKeys keys(written);
        describe(keys, As<T>{});
        return "Write it as {" + keys.text + "}.";
    }

    template <class Member>
    void operator()(const Field& field, Member) {
        add(field);
    }
    template <class Member>
    void layout(const Field& field, Member, std::span<const KeyLayout>) {
        add(field);
    }
    template <class Member>
    void kind(const Field& field, Member) {
        add(field);
    }
    template <class Member>
    void body(Member) {}
    void altUnlessDecorative() { add("alt", "\"…what it shows…\""); }
    void oneOf(const Choice&) {}

private:
    explicit RequiredKeys(const JsonValue& in) : written(in) {}

    void add(const Field& field);
    void add(std::string_view key, std::string_view value);

    const JsonValue& written;
    std::string text;
};

template <class T>
bool readObject(Reading& reading, const JsonValue& value, const Field& field, T& into) {
    if (value.kind != JsonValue::Kind::object) {
        (void)isKind(reading, value, field, JsonValue::Kind::object, "an object { }", RequiredKeys::asAdvice<T>(value));
        return refused(reading);
    }
    const Owning owning(reading, {nounOf<T>, &value});
    ObjectKeys keys(reading, value);
    ObjectReader<T> reader(keys, into);
    describe(reader, As<T>{});
    return keys.finish() && settle(into);
}

template <class T>
bool readValue(Reading& reading, const JsonValue& value, const Field& field, std::optional<T>& into) {
    T read{};
    bool good = false;
    if constexpr (requires { readValue(reading, value, field, read); }) {
        good = readValue(reading, value, field, read);
    } else {
        good = readObject(reading, value, field, read);
    }
    if (good) {
        into = std::move(read);
    }
    return good;
}

template <class T>
bool readValue(Reading& reading, const JsonValue& value, const Field& field, std::vector<T>& into) {
    const bool isOne = value.kind == JsonValue::Kind::object;
    if (!isKind(reading, value, field, JsonValue::Kind::array, "a list [ ]", isOne ? "Put [ and ] around it." : "") ||
        !isLongEnough(reading, value, field)) {
        return refused(reading);
    }
    into.reserve(value.children);
    std::vector<std::size_t> kept;
    std::vector<FileReport::Entry> lost;
    std::size_t index = 0;
    for (const JsonValue* each = reading.document.firstChild(value); each; each = reading.document.nextSibling(*each)) {
        const FileReport::Step step(reading.report, index);
        if (readObject(reading, *each, field, into.emplace_back())) {
            kept.push_back(index);
        } else {
            into.pop_back();
            lost.push_back(reading.cause);
        }
        ++index;
    }
    if (into.empty() && !lost.empty()) {
        reading.cause = lost.front();
        return false;
    }
    if (!lost.empty()) {
        loseEntries(reading, field, lost, value.children);
        reading.kept.emplace(&value, std::move(kept));
    }
    return true;
}

} // namespace schacht::content
