#include "kiosk/commands/pin.hpp"

#include "kiosk/configuration/pin.hpp"

#include <array>
#include <csignal>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace schacht::kiosk {

namespace {

constexpr std::array endings{SIGINT, SIGTERM, SIGQUIT, SIGHUP};

termios before{}; // the one global, since a handler has no other way

void giveBack() {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
}

void giveBackAndEnd(int signal) {
    giveBack();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// While it lives, the terminal does not show what is typed. One at a time; a signal that ends the program ends that.
class QuietTerminal {
public:
    QuietTerminal() : there(isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before) == 0) {
        if (!there) {
            return;
        }
        for (const int ending : endings) {
            std::signal(ending, giveBackAndEnd);
        }
        termios quiet = before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~QuietTerminal() {
        if (!there) {
            return;
        }
        giveBack();
        for (const int ending : endings) {
            std::signal(ending, SIG_DFL);
        }
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

private:
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
