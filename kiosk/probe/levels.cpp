#include "kiosk/probe/levels.hpp"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libswresample/swresample.h>
}

#include <algorithm>
#include <cmath>

namespace schacht::probe {
namespace {

constexpr double blockSeconds = 0.01;
constexpr std::size_t mostBlocks = 12UL * 3600 * 100; // twelve hours

struct FreeResampler {
    void operator()(SwrContext* resampler) const { swr_free(&resampler); }
};

/// The energy of a recording in blocks of a hundredth of a second.
class Energy {
public:
    /// Samples of one channel after another. at: seconds where the first one is heard; a gap before it is silence.
    void add(const float* const* planes, int channels, int samples, int rate, double at) {
        constexpr double worthAGap = 0.25; // seconds
        if (at > position + worthAGap) {
            position = at;
        }
        const double step = 1.0 / rate;
        for (int i = 0; i < samples; ++i) {
            double square = 0;
            for (int channel = 0; channel < channels; ++channel) {
                const double value = planes[channel][i];
                square += std::isfinite(value) ? value * value : 0;
            }
            const auto block = static_cast<std::size_t>(position / blockSeconds);
            if (block >= mostBlocks) {
                return;
            }
            if (block >= blocks.size()) {
                blocks.resize(block + 1);
            }
            blocks[block] += static_cast<float>(square / channels * step);
            position += step;
        }
    }

    [[nodiscard]] double seconds() const { return position; }

    /// The mean power of each of `count` parts of `length` seconds.
    [[nodiscard]] std::vector<double> power(std::size_t count, double length) const {
        std::vector<double> parts(count);
        const double part = length / static_cast<double>(count);
        for (std::size_t block = 0; block < blocks.size(); ++block) {
            // A block that lies in two parts is shared out, so that bars shorter than a block have no holes.
            double from = static_cast<double>(block) * blockSeconds;
            const double end = from + blockSeconds;
            while (from < end && from < length) {
                const auto at = std::min(static_cast<std::size_t>(from / part), count - 1);
                const double until = at + 1 == count ? end : std::min(end, static_cast<double>(at + 1) * part);
                parts[at] += static_cast<double>(blocks[block]) * (until - from) / blockSeconds;
                from = std::max(until, std::nextafter(from, end));
            }
        }
        for (double& each : parts) {
            each /= part;
        }
        return parts;
    }

private:
    std::vector<float> blocks; ///< the sum of squares, each times its length in seconds
    double position = 0;
};

/// Frames of any sample format into Energy.
class Meter {
public:
    [[nodiscard]] bool add(const AVFrame& frame, double at) {
        if (frame.nb_samples <= 0 || frame.sample_rate <= 0 || frame.ch_layout.nb_channels <= 0 || !prepare(frame)) {
            return false;
        }
        const auto count = static_cast<std::size_t>(frame.ch_layout.nb_channels);
        std::vector<std::vector<float>> planes(count, std::vector<float>(static_cast<std::size_t>(frame.nb_samples)));
        std::vector<float*> pointers;
        for (auto& plane : planes) {
            pointers.push_back(plane.data());
        }
        const int got =
            swr_convert(resampler.get(), reinterpret_cast<std::uint8_t**>(pointers.data()), frame.nb_samples,
                        const_cast<const std::uint8_t**>(frame.extended_data), frame.nb_samples);
        if (got > 0) {
            energy.add(pointers.data(), frame.ch_layout.nb_channels, got, frame.sample_rate, at);
        }
        return got > 0;
    }

    Energy energy;

private:
    /// The format of the samples may change within a file.
    bool prepare(const AVFrame& frame) {
        if (resampler != nullptr && format == frame.format && channels == frame.ch_layout.nb_channels) {
            return true;
        }
        AVChannelLayout layout{};
        av_channel_layout_default(&layout, frame.ch_layout.nb_channels);
        SwrContext* made = nullptr;
        const int set = swr_alloc_set_opts2(&made, &layout, AV_SAMPLE_FMT_FLTP, frame.sample_rate, &layout,
                                            static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
        resampler.reset(made);
        format = frame.format;
        channels = frame.ch_layout.nb_channels;
        if (set < 0 || swr_init(made) < 0) {
            resampler.reset();
        }
        return resampler != nullptr;
    }

    std::unique_ptr<SwrContext, FreeResampler> resampler;
    int format = AV_SAMPLE_FMT_NONE;
    int channels = 0;
};

std::vector<double> loudness(std::vector<double> power) {
    constexpr double silence = 1e-9; // -90 dB
    constexpr double stevens = 0.6;
    const double loudest = power.empty() ? 0 : *std::max_element(power.begin(), power.end());
    for (double& each : power) {
        each = loudest < silence ? 0 : std::clamp(std::pow(std::sqrt(each / loudest), stevens), 0.0, 1.0);
    }
    return power;
}

bool decodeAll(const Medium& medium, const AVStream& audio, AVCodecContext& decoder, Meter& meter) {
    const Packet packet(av_packet_alloc());
    const Frame frame(av_frame_alloc());
    const std::int64_t began = medium.context().start_time;
    const double start = began == AV_NOPTS_VALUE ? 0 : static_cast<double>(began) / AV_TIME_BASE;
    bool heard = false;
    for (bool more = true; more;) {
        more = medium.read(*packet);
        if (more && packet->stream_index != audio.index) {
            continue;
        }
        if (avcodec_send_packet(&decoder, more ? packet.get() : nullptr) < 0) {
            continue; // a damaged packet: what follows may be whole
        }
        while (avcodec_receive_frame(&decoder, frame.get()) >= 0) {
            const double at = frame->best_effort_timestamp == AV_NOPTS_VALUE
                                  ? meter.energy.seconds()
                                  : static_cast<double>(frame->best_effort_timestamp) * av_q2d(audio.time_base) - start;
            heard = meter.add(*frame, at) || heard;
        }
    }
    return heard;
}

} // namespace

tl::expected<Levels, Refusal> measure(const Medium& medium, std::size_t count) {
    const AVStream* const audio = medium.best(AVMEDIA_TYPE_AUDIO);
    const Decoder decoder = audio == nullptr ? nullptr : decoderFor(*audio);
    if (decoder == nullptr) {
        return tl::unexpected(Refusal{medium.format(), "There is no sound in this file that can be played."});
    }
    AVFormatContext& context = medium.context();
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        if (context.streams[i] != audio) {
            context.streams[i]->discard = AVDISCARD_ALL;
        }
    }
    Meter meter;
    if (!decodeAll(medium, *audio, *decoder, meter)) {
        return tl::unexpected(Refusal{medium.format(), "The sound of this file is damaged: nothing of it is heard."});
    }
    if (medium.isLate()) {
        return tl::unexpected(Refusal{medium.format(), "The sound of this file takes too long to decode."});
    }
    const bool stated = context.duration > 0 && context.duration != AV_NOPTS_VALUE &&
                        context.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE;
    const double length =
        std::min(static_cast<double>(mostBlocks) * blockSeconds,
                 std::max(meter.energy.seconds(), stated ? static_cast<double>(context.duration) / AV_TIME_BASE : 0));
    return Levels{length, loudness(meter.energy.power(count, length))};
}

} // namespace schacht::probe
