#include "engine/stage/tour_pictures.hpp"

#include "engine/base/clock.hpp"

#include <algorithm>

namespace schacht::stage {

std::string takePicture(Shell& shell, Performance& performance, const std::filesystem::path& file,
                        base::Seconds patience) {
    shell.settle(performance, patience);
    return shell.save(file, base::now()) ? shell.unsettled(performance) : file.string() + " cannot be written";
}

bool takeFilmstrip(Shell& shell, Performance& performance, const std::function<void(base::Seconds)>& act,
                   base::Seconds length, const std::vector<std::filesystem::path>& files) {
    const base::Seconds began = base::now();
    const auto last = static_cast<double>(std::max<std::size_t>(files.size(), 2) - 1);
    bool kept = true;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const base::Seconds now = began + length * static_cast<double>(i) / last;
        if (i == 0) {
            act(now);
        }
        shell.step(performance, now);
        kept = shell.save(files[i], now) && kept;
    }
    return kept;
}

} // namespace schacht::stage
