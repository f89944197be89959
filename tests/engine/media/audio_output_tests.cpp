#include "engine/media/audio_output.hpp"

#include "tests/engine/media/test_clips.hpp"

#include <cstdlib>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace schacht;
using namespace schacht::media;

namespace {

/// A sound server, as far as anyone who knocks can tell.
class Listening {
public:
    explicit Listening(const std::filesystem::path& path) : handle(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.string().copy(address.sun_path, sizeof address.sun_path - 1);
        REQUIRE(bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(listen(handle, 5) == 0);
    }
    ~Listening() { close(handle); }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

private:
    const int handle;
};

} // namespace

TEST_CASE("the sound goes to a server where one listens, else to a device that plays, else nowhere") {
    const tests::TemporaryFolder folder;
    const SoundPlaces places{folder.path() / "snd"};
    const auto server = folder.path() / "native";
    setenv("PULSE_SERVER", ("unix:" + server.string()).c_str(), 1);
    CHECK(chooseAudioOutput(places) == silentOutput);
    std::filesystem::create_directory(places.devices);
    std::ofstream(places.devices / "pcmC0D0c") << "";
    CHECK(chooseAudioOutput(places) == silentOutput);
    std::ofstream(places.devices / "pcmC0D0p") << "";
    CHECK(chooseAudioOutput(places) == "alsa");
    {
        const Listening listening(server);
        CHECK(chooseAudioOutput(places) == "pulse");
    }
    CHECK(std::filesystem::exists(server)); // what a server that was killed leaves behind
    CHECK(chooseAudioOutput(places) == "alsa");
    unsetenv("PULSE_SERVER");
}
