#include "kiosk/probe/description.hpp"

extern "C" {
#include <libavutil/display.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace schacht::probe {
namespace {

constexpr int quarter = 90; // degrees

std::string codecName(const AVStream& stream) {
    const std::string name = avcodec_get_name(stream.codecpar->codec_id);
    return name.starts_with("pcm_") ? "pcm" : name;
}

/// The display matrix of a stream; null where it has none.
const std::int32_t* matrixOf(const AVStream& stream) {
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 31, 100) // FFmpeg 6.1
    const AVPacketSideData* const data = av_packet_side_data_get(
        stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    const bool whole = data != nullptr && data->size >= 9 * sizeof(std::int32_t);
    return whole ? reinterpret_cast<const std::int32_t*>(data->data) : nullptr;
#else
    std::size_t size = 0;
    const auto* const data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    return size >= 9 * sizeof(std::int32_t) ? reinterpret_cast<const std::int32_t*>(data) : nullptr;
#endif
}

/// Clockwise: 0, 90, 180 or 270. A picture that is also mirrored is turned as if it was not.
int rotationOf(const AVStream& stream) {
    const std::int32_t* const stored = matrixOf(stream);
    if (stored == nullptr) {
        return 0;
    }
    std::array<std::int32_t, 9> matrix{};
    std::memcpy(matrix.data(), stored, sizeof matrix);
    const double determinant = static_cast<double>(matrix[0]) * matrix[4] - static_cast<double>(matrix[1]) * matrix[3];
    if (determinant < 0) {
        av_display_matrix_flip(matrix.data(), 1, 0);
    }
    const double angle = av_display_rotation_get(matrix.data()); // counterclockwise
    if (std::isnan(angle)) {
        return 0;
    }
    const int quarters = static_cast<int>(std::lround(-angle / quarter));
    return ((quarters % 4 + 4) % 4) * quarter;
}

Json videoOf(const Medium& medium, AVStream& stream) {
    const AVCodecParameters& of = *stream.codecpar;
    const AVRational shape = av_guess_sample_aspect_ratio(&medium.context(), &stream, nullptr);
    const double stretch = shape.num > 0 && shape.den > 0 ? av_q2d(shape) : 1;
    constexpr double widest = 1 << 20;
    const int width = static_cast<int>(std::lround(std::clamp(of.width * stretch, 1.0, widest)));
    const int rotation = rotationOf(stream);
    const bool lying = rotation % 180 == 0;
    return {{"codec", codecName(stream)},
            {"width", of.width},
            {"height", of.height},
            {"displayWidth", lying ? width : of.height},
            {"displayHeight", lying ? of.height : width},
            {"rotation", rotation}};
}

Json audioOf(const AVStream& stream) {
    return {{"codec", codecName(stream)},
            {"channels", stream.codecpar->ch_layout.nb_channels},
            {"sampleRate", stream.codecpar->sample_rate}};
}

Json subtitlesOf(const AVFormatContext& context) {
    Json languages = Json::array();
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        const AVStream& stream = *context.streams[i];
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_SUBTITLE) {
            const AVDictionaryEntry* const language = av_dict_get(stream.metadata, "language", nullptr, 0);
            languages.push_back(language == nullptr ? "und" : language->value);
        }
    }
    return languages;
}

/// What reading the packets shows that the head does not.
struct Contents {
    bool decoded = false; ///< something of it can be played
    double end = 0;       ///< seconds from the start, as far as was read
    bool whole = false;   ///< all of it was read
};

/// True where the packet gave a frame.
bool decodes(AVCodecContext* decoder, const AVPacket& packet, AVFrame& frame) {
    if (decoder == nullptr || avcodec_send_packet(decoder, &packet) < 0) {
        return false;
    }
    return avcodec_receive_frame(decoder, &frame) >= 0;
}

bool flushes(AVCodecContext* decoder, AVFrame& frame) {
    return decoder != nullptr && avcodec_send_packet(decoder, nullptr) >= 0 &&
           avcodec_receive_frame(decoder, &frame) >= 0;
}

/// Reads until something was decoded; to the end, or until it is late, where the length is asked for.
Contents readThrough(const Medium& medium, const AVStream* video, const AVStream* audio, bool toTheEnd) {
    constexpr int mostTried = 400; // packets
    const Packet packet(av_packet_alloc());
    const Frame frame(av_frame_alloc());
    const std::array<const AVStream*, 2> streams = {audio, video};
    std::array<Decoder, 2> decoders;
    std::array<double, 2> counted{}; // seconds of packets, where they have no time of their own
    Contents found;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        decoders[i] = streams[i] == nullptr ? nullptr : decoderFor(*streams[i]);
    }
    const std::int64_t began = medium.context().start_time;
    const double start = began == AV_NOPTS_VALUE ? 0 : static_cast<double>(began) / AV_TIME_BASE;
    for (int tried = 0; toTheEnd || (!found.decoded && tried < mostTried); ++tried) {
        if (!medium.read(*packet)) {
            found.whole = !medium.isLate();
            break;
        }
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (streams[i] == nullptr || streams[i]->index != packet->stream_index) {
                continue;
            }
            const double unit = av_q2d(streams[i]->time_base);
            counted[i] += static_cast<double>(std::max<std::int64_t>(packet->duration, 0)) * unit;
            const double end = packet->pts == AV_NOPTS_VALUE
                                   ? counted[i]
                                   : static_cast<double>(packet->pts + packet->duration) * unit - start;
            found.end = std::max(found.end, end);
            found.decoded = found.decoded || (tried < mostTried && decodes(decoders[i].get(), *packet, *frame));
        }
    }
    for (const Decoder& decoder : decoders) {
        found.decoded = found.decoded || flushes(decoder.get(), *frame);
    }
    return found;
}

/// Seconds, as the file says; 0 where it does not, or FFmpeg guessed it from the rate of its first packets.
double statedLength(const AVFormatContext& context) {
    if (context.duration == AV_NOPTS_VALUE || context.duration <= 0 ||
        context.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE) {
        return 0;
    }
    return static_cast<double>(context.duration) / AV_TIME_BASE;
}

double lengthOf(const AVFormatContext& context, double stated, const Contents& contents) {
    if (stated > 0) {
        return stated;
    }
    const bool guessed = context.duration != AV_NOPTS_VALUE && context.duration > 0 && !contents.whole;
    return guessed ? static_cast<double>(context.duration) / AV_TIME_BASE : contents.end;
}

/// Whether an mp4's index (moov) comes before its media (mdat): ISO/IEC 14496-12, 4.2 and 6.2.
bool hasIndexFirst(const Medium& medium) {
    AVIOContext& io = *medium.context().pb;
    std::int64_t at = 0;
    for (int boxes = 0; boxes < 1000 && at < medium.size() && avio_seek(&io, at, SEEK_SET) >= 0; ++boxes) {
        std::int64_t size = avio_rb32(&io);
        const unsigned type = avio_rb32(&io);
        if (size == 1) {
            size = static_cast<std::int64_t>(avio_rb64(&io));
        }
        if (type == MKBETAG('m', 'o', 'o', 'v') || type == MKBETAG('m', 'd', 'a', 't') || size < 8 ||
            size > medium.size() - at) {
            return type != MKBETAG('m', 'd', 'a', 't');
        }
        at += size;
    }
    return true;
}

} // namespace

Json refused(const Refusal& refusal) {
    return {{"format", refusal.format}, {"valid", false}, {"error", refusal.sentence}};
}

Json describe(const Medium& medium) {
    AVStream* const video = medium.best(AVMEDIA_TYPE_VIDEO);
    AVStream* const audio = medium.best(AVMEDIA_TYPE_AUDIO);
    if (video == nullptr && audio == nullptr) {
        return refused({medium.format(), "There is neither sound nor film in this file that is known here. Look "
                                         "whether it is the right file, or export it again."});
    }
    if (audio != nullptr && audio->codecpar->codec_id == AV_CODEC_ID_SPEEX) {
        return refused({medium.format(), "The sound in this file is packed with Speex, which the kiosk does not play. "
                                         "Save it as Opus, MP3 or FLAC."});
    }
    const double stated = statedLength(medium.context());
    const Contents contents = readThrough(medium, video, audio, stated <= 0);
    if (!contents.decoded) {
        return refused({medium.format(), "This file is damaged or cut off: nothing in it can be played. Export it "
                                         "again, or copy it again from where it came."});
    }
    const double length = lengthOf(medium.context(), stated, contents);
    Json answer = {{"format", medium.format()},
                   {"valid", true},
                   {"duration", std::round(length * 1e6) / 1e6},
                   {"video", video == nullptr ? Json(nullptr) : videoOf(medium, *video)},
                   {"audio", audio == nullptr ? Json(nullptr) : audioOf(*audio)},
                   {"subtitles", subtitlesOf(medium.context())},
                   {"bitRate", length > 0 ? std::llround(static_cast<double>(medium.size()) * 8 / length) : 0}};
    if (medium.format() == "mp4") {
        answer["faststart"] = hasIndexFirst(medium);
    }
    return answer;
}

} // namespace schacht::probe
