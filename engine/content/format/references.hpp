#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/format/object_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

/// The ids by which the objects of a format refer to others, found by what their describe() says that each text means:
/// nothing that refers to something can be forgotten.
namespace schacht::content {

/// Whether a text of this meaning is the id of something that stands elsewhere.
[[nodiscard]] constexpr bool isReference(Meant meant) {
    return meant == Meant::item || meant == Meant::recording || meant == Meant::theme || meant == Meant::place ||
           meant == Meant::person;
}

/// The visitor of describe() that shows each reference of a T to `see(Meant, const std::string& id)`, in the order in
/// which the keys stand there.
template <class T, class See>
class ReferenceSeer {
public:
    ReferenceSeer(const T& of, See& with) : object(of), see(with) {}

    template <class Member>
    void operator()(const Field& field, Member T::* member) {
        look(field, object.*member);
    }
    template <class Member, class Rows>
    void layout(const Field&, Member, const Rows&) {}
    template <class Member>
    void kind(const Field&, Member) {}
    template <class... Bodies>
    void body(std::variant<Bodies...> T::* member) {
        std::visit([this](const auto& chosen) { into(chosen); }, object.*member);
    }
    void altUnlessDecorative() {}
    void oneOf(const Choice&) {}

private:
    template <class Value>
    void into(const Value& value) {
        ReferenceSeer<Value, See> inner(value, see);
        describe(inner, As<Value>{});
    }
    void look(const Field& field, const std::string& id) {
        if (isReference(field.meant) && !id.empty()) {
            see(field.meant, id);
        }
    }
    template <class Value>
    void look(const Field& field, const std::vector<Value>& values) {
        for (const Value& each : values) {
            look(field, each);
        }
    }
    template <class Value>
    void look(const Field& field, const std::optional<Value>& value) {
        if (value) {
            look(field, *value);
        }
    }
    template <class Value>
    void look(const Field&, const Value& value) {
        if constexpr (std::is_class_v<Value>) { // else a number or a choice
            if constexpr (requires(ReferenceSeer<Value, See>& inner) { describe(inner, As<Value>{}); }) {
                into(value);
            }
        }
    }

    const T& object;
    See& see;
};

/// Shows each reference of an object, and of the objects in it, to `see(Meant, const std::string& id)`.
template <class T, class See>
void eachReference(const T& object, See see) {
    ReferenceSeer<T, See> seer(object, see);
    describe(seer, As<T>{});
}

/// The visitor of describe() behind forgetMissing().
template <class T, class IsThere>
class MissingForgetter {
public:
    MissingForgetter(T& of, const IsThere& known) : object(of), isThere(known) {}

    template <class Member>
    void operator()(const Field& field, Member T::* member) {
        if (forget(field, object.*member) && field.vital) {
            lost = true;
        }
    }
    template <class Member, class Rows>
    void layout(const Field&, Member, const Rows&) {}
    template <class Member>
    void kind(const Field&, Member) {}
    template <class... Bodies>
    void body(std::variant<Bodies...> T::* member) {
        std::visit([this](auto& chosen) { lost = !into(chosen) || lost; }, object.*member);
    }
    void altUnlessDecorative() {}
    void oneOf(const Choice&) {}

    [[nodiscard]] bool isShown() const { return !lost && (!changed || settle(object)); }

private:
    template <class Value>
    [[nodiscard]] bool into(Value& value) {
        MissingForgetter<Value, IsThere> inner(value, isThere);
        describe(inner, As<Value>{});
        changed = changed || inner.changed;
        return inner.isShown();
    }
    // True where nothing is left of what was there.
    [[nodiscard]] bool forget(const Field& field, std::string& id) {
        if (!isReference(field.meant) || id.empty() || isThere(field.meant, id)) {
            return false;
        }
        id.clear();
        changed = true;
        return true;
    }
    template <class Value>
    [[nodiscard]] bool forget(const Field& field, std::vector<Value>& values) {
        const std::size_t before = values.size();
        std::erase_if(values, [&](Value& each) { return forget(field, each); });
        changed = changed || values.size() < before;
        return values.empty() && before > 0;
    }
    template <class Value>
    [[nodiscard]] bool forget(const Field& field, std::optional<Value>& value) {
        const bool gone = value && forget(field, *value);
        if (gone) {
            value.reset();
        }
        return gone;
    }
    template <class Value>
    [[nodiscard]] bool forget(const Field&, Value& value) {
        bool gone = false;
        if constexpr (std::is_class_v<Value>) { // else a number or a choice
            if constexpr (requires(MissingForgetter<Value, IsThere>& inner) { describe(inner, As<Value>{}); }) {
                gone = !into(value);
            }
        }
        if (gone) {
            value = Value{};
        }
        return gone;
    }

    template <class, class>
    friend class MissingForgetter;

    T& object;
    const IsThere& isThere;
    bool changed = false;
    bool lost = false;
};

/// Takes every reference out of an object for which `isThere(Meant, std::string_view id)` is false, and what cannot be
/// shown without it (Field::vital, settle()). False where the object itself cannot.
template <class T, class IsThere>
[[nodiscard]] bool forgetMissing(T& object, const IsThere& isThere) {
    MissingForgetter<T, IsThere> forgetter(object, isThere);
    describe(forgetter, As<T>{});
    return forgetter.isShown();
}

} // namespace schacht::content
