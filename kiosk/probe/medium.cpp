#include "kiosk/probe/medium.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace schacht::probe {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int bufferBytes = 64 << 10;
constexpr unsigned probedBytes = 1U << 20U;
constexpr unsigned mostStreams = 64;

struct KnownFormat {
    std::string_view demuxer; ///< FFmpeg's name for it, or one of its names
    std::string_view name;    ///< in the answer
    bool played = true;
};
constexpr std::array formats = {
    KnownFormat{"mov", "mp4"},          KnownFormat{"matroska", "matroska"}, KnownFormat{"ogg", "ogg"},
    KnownFormat{"mp3", "mp3"},          KnownFormat{"wav", "wav"},           KnownFormat{"flac", "flac"},
    KnownFormat{"aac", "aac"},          KnownFormat{"avi", "avi", false},    KnownFormat{"mpegts", "mpegts", false},
    KnownFormat{"mpeg", "mpeg", false}, KnownFormat{"flv", "flv", false},    KnownFormat{"asf", "asf", false},
    KnownFormat{"aiff", "aiff", false}, KnownFormat{"caf", "caf", false},    KnownFormat{"amr", "amr", false},
};

const KnownFormat* known(const AVInputFormat* format) {
    const std::string_view names = format == nullptr ? "" : format->name;
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const KnownFormat& each) {
        return names == each.demuxer || names.substr(0, names.find(',')) == each.demuxer;
    });
    return found == formats.end() ? nullptr : &*found;
}

Refusal damaged(const std::string& format) {
    return {format, "This file is damaged or cut off: nothing in it can be played. Export it again, or copy it again "
                    "from where it came."};
}

/// The DocType of an EBML head (RFC 8794, 11.2.8), which tells WebM from Matroska.
bool isWebm(std::string_view head) {
    constexpr std::string_view docType = "\x42\x82\x84webm";
    return head.substr(0, 64).find(docType) != std::string_view::npos;
}

int refuseToOpen(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
    return AVERROR(EPERM); // playlists and references into other files
}

} // namespace

struct Medium::Source {
    int descriptor = -1;
    std::int64_t bytes = 0;
    Clock::time_point deadline;
    AVIOContext* io = nullptr;

    static int read(void* self, std::uint8_t* into, int most) {
        const auto& source = *static_cast<Source*>(self);
        if (Clock::now() > source.deadline) {
            return AVERROR_EXIT;
        }
        ssize_t got = 0;
        do {
            got = ::read(source.descriptor, into, static_cast<std::size_t>(most));
        } while (got < 0 && errno == EINTR);
        return got > 0 ? static_cast<int>(got) : got == 0 ? AVERROR_EOF : AVERROR(errno);
    }
    static std::int64_t seek(void* self, std::int64_t offset, int whence) {
        const auto& source = *static_cast<Source*>(self);
        if ((whence & AVSEEK_SIZE) != 0) {
            return source.bytes;
        }
        const off_t at = lseek(source.descriptor, offset, whence & ~AVSEEK_FORCE);
        return at < 0 ? AVERROR(errno) : at;
    }
    static int late(void* self) { return Clock::now() > static_cast<Source*>(self)->deadline ? 1 : 0; }
};

void Medium::CloseSource::operator()(Source* source) const {
    if (source->io != nullptr) {
        av_freep(&source->io->buffer);
        avio_context_free(&source->io);
    }
    close(source->descriptor);
    delete source;
}

tl::expected<Medium, Refusal> Medium::open(const char* path, std::chrono::milliseconds within) {
    Medium medium;
    const int descriptor = ::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status{};
    if (descriptor < 0 || fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        if (descriptor >= 0) {
            close(descriptor);
        }
        return tl::unexpected(Refusal{"unknown", "This file cannot be read."});
    }
    medium.source.reset(new Source{descriptor, status.st_size, Clock::now() + within, nullptr});
    if (status.st_size == 0) {
        return tl::unexpected(Refusal{"unknown", "This file is empty. Copy it again from where it came from."});
    }
    medium.source->io = avio_alloc_context(static_cast<unsigned char*>(av_malloc(bufferBytes)), bufferBytes, 0,
                                           medium.source.get(), Source::read, nullptr, Source::seek);
    // FFmpeg 5 wants a pointer to const and FFmpeg 7 too, but the name counts for both: none is given.
    const AVInputFormat* demuxerOf = nullptr;
    const int score = av_probe_input_buffer2(medium.source->io, &demuxerOf, "", nullptr, 0, probedBytes);
    const KnownFormat* const format = score < 0 ? nullptr : known(demuxerOf);
    if (format == nullptr) {
        return tl::unexpected(Refusal{"unknown", "This is no film or sound that is known here. Save it as MP4, WebM, "
                                                 "Ogg, MP3, WAV or FLAC."});
    }
    medium.name = format->name;
    if (!format->played) {
        return tl::unexpected(Refusal{medium.name, "The kiosk does not play films and sounds of this format. Save it "
                                                   "as MP4, WebM, Ogg, MP3, WAV or FLAC."});
    }
    if (medium.name == "matroska") {
        std::array<char, 64> head{};
        const ssize_t got = pread(descriptor, head.data(), head.size(), 0);
        if (isWebm({head.data(), got > 0 ? static_cast<std::size_t>(got) : 0})) {
            medium.name = "webm";
        }
    }
    if (auto opened = medium.openStreams(demuxerOf); !opened) {
        return tl::unexpected(opened.error());
    }
    return medium;
}

tl::expected<void, Refusal> Medium::openStreams(const AVInputFormat* demuxerOf) {
    AVFormatContext* context = avformat_alloc_context();
    if (context == nullptr) {
        return tl::unexpected(damaged(name));
    }
    context->pb = source->io;
    context->io_open = refuseToOpen;
    context->interrupt_callback = {Source::late, source.get()};
    context->max_streams = mostStreams;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "none", 0); // all bytes come through `source`
    const int opened = avformat_open_input(&context, "", demuxerOf, &options);
    av_dict_free(&options);
    if (opened < 0) { // has freed the context
        return tl::unexpected(damaged(name));
    }
    demuxer.reset(context);
    if (avformat_find_stream_info(context, nullptr) < 0) {
        return tl::unexpected(damaged(name));
    }
    return {};
}

std::int64_t Medium::size() const {
    return source->bytes;
}

bool Medium::isLate() const {
    return Source::late(source.get()) != 0;
}

AVStream* Medium::best(AVMediaType type) const {
    const int index = av_find_best_stream(demuxer.get(), type, -1, -1, nullptr, 0);
    AVStream* const stream = index < 0 ? nullptr : demuxer->streams[index];
    if (stream == nullptr || stream->codecpar->codec_id == AV_CODEC_ID_NONE ||
        (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0) {
        return nullptr;
    }
    const AVCodecParameters& of = *stream->codecpar;
    const bool whole =
        type == AVMEDIA_TYPE_VIDEO ? of.width > 0 && of.height > 0 : of.sample_rate > 0 && of.ch_layout.nb_channels > 0;
    return whole ? stream : nullptr;
}

bool Medium::read(AVPacket& into) const {
    int status = 0;
    do {
        av_packet_unref(&into);
        status = av_read_frame(demuxer.get(), &into);
    } while (status == AVERROR(EAGAIN) && !isLate());
    return status >= 0;
}

Decoder decoderFor(const AVStream& stream) {
    const AVCodec* const codec = avcodec_find_decoder(stream.codecpar->codec_id);
    Decoder decoder(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
    if (decoder == nullptr || avcodec_parameters_to_context(decoder.get(), stream.codecpar) < 0) {
        return nullptr;
    }
    decoder->thread_count = 1;
    decoder->pkt_timebase = stream.time_base;
    return avcodec_open2(decoder.get(), codec, nullptr) < 0 ? nullptr : std::move(decoder);
}

} // namespace schacht::probe
