#pragma once
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

/// A film or sound, opened by its content alone: its name says nothing, and nothing else is opened for it.
namespace schacht::probe {

struct Refusal {
    std::string format; ///< as in the answer; "unknown" where it is none of these
    std::string sentence;
};

/// The file, the demuxer on it, and the time by which to be done.
class Medium {
public:
    /// Refused where it is no film or sound of the formats that the kiosk plays, or too damaged to be opened.
    /// within: after this, reads fail, and what was found until then counts.
    [[nodiscard]] static tl::expected<Medium, Refusal> open(const char* path, std::chrono::milliseconds within);

    [[nodiscard]] AVFormatContext& context() const { return *demuxer; }
    /// "mp4", "matroska", "webm", "ogg", "mp3", "wav", "flac" or "aac"
    [[nodiscard]] const std::string& format() const { return name; }
    /// Of the file, bytes.
    [[nodiscard]] std::int64_t size() const;
    [[nodiscard]] bool isLate() const;

    /// The stream of this type that is played; null where there is none that is known. A cover is no film.
    [[nodiscard]] AVStream* best(AVMediaType type) const;
    /// The next packet; false at the end, at damage that nothing follows, and when it is late.
    [[nodiscard]] bool read(AVPacket& into) const;

private:
    struct Source;
    struct CloseSource {
        void operator()(Source* source) const;
    };
    struct CloseDemuxer {
        void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
    };
    Medium() = default;
    [[nodiscard]] tl::expected<void, Refusal> openStreams(const AVInputFormat* demuxerOf);

    std::unique_ptr<Source, CloseSource> source; // outlives the demuxer
    std::unique_ptr<AVFormatContext, CloseDemuxer> demuxer;
    std::string name;
};

struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreeDecoder {
    void operator()(AVCodecContext* decoder) const { avcodec_free_context(&decoder); }
};
using Packet = std::unique_ptr<AVPacket, FreePacket>;
using Frame = std::unique_ptr<AVFrame, FreeFrame>;
using Decoder = std::unique_ptr<AVCodecContext, FreeDecoder>;

/// Of one thread; null where FFmpeg has none for this stream.
[[nodiscard]] Decoder decoderFor(const AVStream& stream);

} // namespace schacht::probe
