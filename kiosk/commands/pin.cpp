#include "kiosk/commands/pin.hpp"

#include "kiosk/staff/pin.hpp"

#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace schacht::kiosk {

namespace {

/// While it lives, the terminal does not show what is typed.
class QuietTerminal {
public:
    QuietTerminal() : there(isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before) == 0) {
        if (there) {
            termios quiet = before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~QuietTerminal() {
        if (there) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        }
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

private:
    termios before{};
    bool there;
};

std::string asked(const char* question, std::istream& in, std::ostream& out) {
    out << question << std::flush;
    std::string line;
    std::getline(in, line);
    out << "\n";
    return line;
}

} // namespace

int pin(std::istream& in, std::ostream& out, std::ostream& error) {
    std::string first;
    std::string second;
    {
        const QuietTerminal quiet;
        first = asked("PIN, 4 to 12 digits: ", in, error);
        second = asked("The same once more: ", in, error);
    }
    if (first != second) {
        error << "schacht: the two are not the same. Nothing has changed; try again.\n";
        return 1;
    }
    const auto kept = keptPin(first);
    if (!kept) {
        error << "schacht: " << kept.error().message << "\n";
        return 1;
    }
    error << "Write this into kiosk.json, with a comma behind it where another key follows, and let nobody but the "
             "kiosk's user read that file:\n";
    out << "  \"pin\": \"" << *kept << "\"\n";
    return 0;
}

} // namespace schacht::kiosk
