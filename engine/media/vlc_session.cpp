#include "engine/media/vlc_session.hpp"

#include "engine/base/clock.hpp"
#include "engine/media/frame_exchange.hpp"

#include <array>
#include <cmath>
#include <cstring>
#include <string_view>

namespace schacht::media {

namespace {

constexpr std::array heard{libvlc_MediaPlayerPlaying,         libvlc_MediaPlayerPaused,
                           libvlc_MediaPlayerBuffering,       libvlc_MediaPlayerTimeChanged,
                           libvlc_MediaPlayerLengthChanged,   libvlc_MediaPlayerEndReached,
                           libvlc_MediaPlayerEncounteredError};

/// Calls `visit(track)` for each of a medium's tracks, until it returns false.
template <class Visit>
void eachTrack(libvlc_media_t* media, Visit visit) {
    libvlc_media_track_t** tracks = nullptr;
    const unsigned count = libvlc_media_tracks_get(media, &tracks);
    for (unsigned i = 0; i < count && visit(*tracks[i]); ++i) {
    }
    if (count > 0) {
        libvlc_media_tracks_release(tracks, count);
    }
}

/// Whether libvlc turns the picture by a quarter before it hands it over, so that what was wide is high.
bool turned(const libvlc_video_track_t& film) {
    return film.i_orientation >= libvlc_video_orient_left_top;
}

/// HD is BT.709 and smaller films are BT.601, as players assume of a film that says nothing (libvlc does not tell).
base::ColourMatrix likelyMatrix(unsigned width, unsigned height) {
    const bool hd = std::max(width, height) >= 1280 || std::min(width, height) >= 720;
    return hd ? base::ColourMatrix::bt709 : base::ColourMatrix::bt601;
}

std::string option(const char* name, Seconds value) {
    return std::string(":") + name + "=" + std::to_string(value);
}

} // namespace

std::shared_ptr<VlcSession> VlcSession::begin(VlcInstance instance, SessionPlan plan,
                                              std::shared_ptr<Switchboard> board, std::shared_ptr<Frames> frames) {
    std::shared_ptr<VlcSession> made(
        new VlcSession(std::move(instance), std::move(plan), std::move(board), std::move(frames)));
    return made->start() ? made : nullptr;
}

VlcSession::VlcSession(VlcInstance theInstance, SessionPlan plan, std::shared_ptr<Switchboard> theBoard,
                       std::shared_ptr<Frames> theFrames)
    : instance(std::move(theInstance)), planned(std::move(plan)), board(std::move(theBoard)),
      frames(std::move(theFrames)) {}

bool VlcSession::start() {
    media = libvlc_media_new_path(instance.get(), planned.file.c_str());
    player = libvlc_media_player_new(instance.get());
    if (media == nullptr || player == nullptr) {
        return false;
    }
    if (!planned.demuxer.empty()) {
        libvlc_media_add_option(media, (":demux=" + planned.demuxer).c_str());
    }
    if (beginsAt() > 0) {
        libvlc_media_add_option(media, option("start-time", beginsAt()).c_str());
    }
    firstOnly = planned.paused;
    if (planned.paused && !planned.running) {
        libvlc_media_add_option(media, ":start-paused");
    }
    listen();
    libvlc_video_set_callbacks(player, lockFrame, nullptr, displayFrame, this);
    libvlc_video_set_format_callbacks(player, chooseFormat, nullptr);
    libvlc_media_player_set_media(player, media);
    libvlc_audio_output_set(player, planned.output.c_str());
    setVolume(planned.volume);
    setMuted(planned.muted || planned.running);
    setRate(planned.rate);
    return libvlc_media_player_play(player) == 0;
}

VlcSession::~VlcSession() {
    if (player != nullptr) {
        libvlc_media_player_stop(player);
        libvlc_media_player_release(player); // its event manager goes with it
    }
    if (media != nullptr) {
        libvlc_media_release(media);
    }
}

void VlcSession::listen() {
    libvlc_event_manager_t* events = libvlc_media_player_event_manager(player);
    for (const libvlc_event_e type : heard) {
        libvlc_event_attach(events, type, hear, this);
    }
}

void VlcSession::hear(const libvlc_event_t* event, void* self) {
    auto& session = *static_cast<VlcSession*>(self);
    using Kind = SessionEvent::Kind;
    switch (event->type) {
    case libvlc_MediaPlayerPlaying:
        return session.report(Kind::playing);
    case libvlc_MediaPlayerPaused:
        return session.report(Kind::paused);
    case libvlc_MediaPlayerBuffering:
        if (event->u.media_player_buffering.new_cache >= 100) {
            session.frameAwaited = true; // pictures of before a seek are gone by now
            session.report(Kind::buffered);
        }
        return;
    case libvlc_MediaPlayerTimeChanged:
        return session.report(Kind::time, static_cast<Seconds>(event->u.media_player_time_changed.new_time) / 1000);
    case libvlc_MediaPlayerLengthChanged:
        return session.report(Kind::length,
                              static_cast<Seconds>(event->u.media_player_length_changed.new_length) / 1000);
    case libvlc_MediaPlayerEndReached:
        return session.report(Kind::ended);
    case libvlc_MediaPlayerEncounteredError:
        return session.report(Kind::failed);
    }
}

void VlcSession::report(SessionEvent::Kind kind, Seconds value) {
    if (!retired) {
        board->post({planned.session, kind, value, base::now()});
    }
}

void VlcSession::resume() {
    firstOnly = false;
    libvlc_media_player_set_pause(player, 0);
}

void VlcSession::seek(Seconds to) {
    libvlc_media_player_set_time(player, std::llround(to * 1000));
}

VlcSession::Contents VlcSession::contents() const {
    Contents found;
    eachTrack(media, [&found](const libvlc_media_track_t& track) {
        const std::string language = track.psz_language != nullptr ? track.psz_language : "";
        if (track.i_type == libvlc_track_video) {
            found.tracks.push_back({Track::Kind::film, language});
            const libvlc_video_track_t& film = *track.video;
            if (!found.film() && film.i_width > 0 && film.i_height > 0) {
                const bool shaped = film.i_sar_num > 0 && film.i_sar_den > 0;
                const float stretch =
                    shaped ? static_cast<float>(film.i_sar_num) / static_cast<float>(film.i_sar_den) : 1.0F;
                const base::Size size{std::round(static_cast<float>(film.i_width) * stretch),
                                      static_cast<float>(film.i_height)};
                found.picture = turned(film) ? base::Size{size.height, size.width} : size;
                found.interval = film.i_frame_rate_num > 0 ? static_cast<Seconds>(film.i_frame_rate_den) /
                                                                 static_cast<Seconds>(film.i_frame_rate_num)
                                                           : 0;
            }
        } else if (track.i_type == libvlc_track_audio) {
            found.tracks.push_back({Track::Kind::sound, language});
        } else if (track.i_type == libvlc_track_text) {
            found.tracks.push_back({Track::Kind::text, language});
        }
        return true;
    });
    return found;
}

/// The size of the pictures as they come out of libvlc: turned, not stretched; 0 where the tracks do not say.
base::Size VlcSession::storedSize() const {
    base::Size size;
    eachTrack(media, [&size](const libvlc_media_track_t& track) {
        if (track.i_type != libvlc_track_video) {
            return true;
        }
        const auto width = static_cast<float>(track.video->i_width);
        const auto height = static_cast<float>(track.video->i_height);
        size = turned(*track.video) ? base::Size{height, width} : base::Size{width, height};
        return false;
    });
    return size;
}

VlcSession::FrameCounts VlcSession::frameCounts() const {
    libvlc_media_stats_t stats{};
    const bool known = libvlc_media_get_stats(media, &stats) != 0;
    const auto late = static_cast<std::uint64_t>(known ? std::max(0, stats.i_lost_pictures) : 0);
    return {fresh.load(), replaced.load() + late};
}

/// Is called several times an open, each time with the size as it was coded (1088 rows of a film of 1080): another size
/// than the visible one would be scaled, every picture.
unsigned VlcSession::chooseFormat(void** self, char* chroma, unsigned* width, unsigned* height, unsigned* strides,
                                  unsigned* rows) {
    auto& session = *static_cast<VlcSession*>(*self);
    if (const base::Size visible = session.storedSize(); visible.width > 0 && visible.height > 0) {
        *width = static_cast<unsigned>(visible.width);
        *height = static_cast<unsigned>(visible.height);
    }
    const auto matrix = session.planned.matrix.value_or(likelyMatrix(*width, *height));
    if (const base::Size fit = session.planned.fit; fit.width >= 1 && fit.height >= 1) {
        *width = static_cast<unsigned>(fit.width);
        *height = static_cast<unsigned>(fit.height);
    }
    // J420 and its kin are what libvlc calls a film of the full range.
    const bool full = chroma[0] == 'J';
    std::memcpy(chroma, full ? "J420" : "I420", 4);
    const auto range = full ? base::ColourRange::full : base::ColourRange::limited;
    session.exchange = FrameExchange::create(
        {static_cast<int>(*width), static_cast<int>(*height), matrix, session.planned.range.value_or(range)});
    if (session.exchange == nullptr) {
        return 0;
    }
    for (std::size_t plane = 0; plane < 3; ++plane) {
        strides[plane] = static_cast<unsigned>(session.exchange->strides()[plane]);
        rows[plane] = plane == 0 ? *height : (*height + 1) / 2;
    }
    return 1;
}

void* VlcSession::lockFrame(void* self, void** planes) {
    const auto writable = static_cast<VlcSession*>(self)->exchange->writable();
    for (std::size_t plane = 0; plane < 3; ++plane) {
        planes[plane] = writable[plane];
    }
    return nullptr;
}

/// Libvlc decodes from the beginning of the file until it has sought to where it should begin, and on a busy machine
/// its first picture is of there; the second is not.
void VlcSession::displayFrame(void* self, void* /*picture*/) {
    auto& session = *static_cast<VlcSession*>(self);
    if (session.retired || (session.firstOnly && session.sure)) {
        return;
    }
    session.sure = session.displayed || session.beginsAt() <= 0;
    session.displayed = true;
    const auto published = session.exchange->publish();
    if (published != FrameExchange::Published::same) {
        ++session.fresh;
        session.replaced += published == FrameExchange::Published::replaced ? 1 : 0;
        if (published == FrameExchange::Published::first) {
            session.frames->show(session.exchange, session.planned.opens);
        }
        session.board->nudge();
    }
    if (session.sure && session.frameAwaited.exchange(false)) {
        session.report(SessionEvent::Kind::frame);
    }
}

} // namespace schacht::media
