#include "kiosk/visitor/kinds/story/page_breaks.hpp"

#include "engine/text/sentences.hpp"
#include "kiosk/visitor/kinds/story/page_parts.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace schacht::visitor {

namespace {

/// A sentence of a prose: its bytes among the words of its block.
struct Sentence {
    std::size_t block = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t letters = 0;
};

std::string wordsOf(const content::Block& block) {
    return std::accumulate(block.spans.begin(), block.spans.end(), std::string(),
                           [](std::string all, const content::Span& span) { return std::move(all) + span.text; });
}

std::vector<Sentence> sentencesIn(const content::Prose& prose, std::string_view language) {
    std::vector<Sentence> out;
    for (std::size_t i = 0; i < prose.blocks.size(); ++i) {
        const content::Block& block = prose.blocks[i];
        const std::string words = wordsOf(block);
        const bool listed = block.kind == content::Block::Kind::bullet || block.kind == content::Block::Kind::numbered;
        const auto places = text::sentencesOf(words, language);
        if (listed || places.empty()) {
            out.push_back({i, 0, words.size(), text::countLetters(words)});
            continue;
        }
        for (const text::SentencePlace& place : places) {
            out.push_back({i, place.begin, place.end, place.lastLetter - place.firstLetter});
        }
    }
    return out;
}

/// What of a block's spans lies between two of its bytes.
std::vector<content::Span> spansBetween(const content::Block& block, std::size_t begin, std::size_t end) {
    std::vector<content::Span> out;
    std::size_t at = 0;
    for (const content::Span& span : block.spans) {
        const std::size_t from = std::max(begin, at);
        const std::size_t to = std::min(end, at + span.text.size());
        if (from < to) {
            out.push_back(span);
            out.back().text = span.text.substr(from - at, to - from);
        }
        at += span.text.size();
    }
    return out;
}

/// Ways to put so many sentences on so many leaves, those first whose leaves have most alike to read.
std::vector<std::vector<std::size_t>> waysToBreak(const std::vector<Sentence>& sentences, std::size_t leaves) {
    constexpr std::size_t mostSentences = 24; // of a page; one with more is cut evenly
    std::vector<std::vector<std::size_t>> ways{{0}};
    if (sentences.size() > mostSentences) {
        for (std::size_t leaf = 1; leaf < leaves; ++leaf) {
            ways.front().push_back(leaf * sentences.size() / leaves);
        }
        return ways;
    }
    for (std::size_t leaf = 1; leaf < leaves; ++leaf) {
        std::vector<std::vector<std::size_t>> longer;
        for (const auto& way : ways) {
            for (std::size_t next = way.back() + 1; next + (leaves - leaf) <= sentences.size(); ++next) {
                longer.push_back(way);
                longer.back().push_back(next);
            }
        }
        ways = std::move(longer);
    }
    const auto fullest = [&](const std::vector<std::size_t>& way) {
        std::size_t most = 0;
        for (std::size_t i = 0; i < way.size(); ++i) {
            const std::size_t last = i + 1 < way.size() ? way[i + 1] : sentences.size();
            std::size_t letters = 0;
            for (std::size_t at = way[i]; at < last; ++at) {
                letters += sentences[at].letters;
            }
            most = std::max(most, letters);
        }
        return most;
    };
    std::stable_sort(ways.begin(), ways.end(), [&](const auto& a, const auto& b) { return fullest(a) < fullest(b); });
    constexpr std::size_t most = 16; // to lay one out takes as long as a frame
    ways.resize(std::min(ways.size(), most));
    return ways;
}

/// A story's page is laid out with breaks that are tried.
class Trial {
public:
    Trial(Sketch& on, const content::Item& of, int at) : sketch(on), item(of), page(at) {
        tried.known = true;
        tried.parts.resize(storyIn(of).pages.size());
    }
    /// Whether every leaf of the page shows all of its words as large as they are wanted.
    [[nodiscard]] bool fits(const std::vector<content::Prose>& parts) {
        tried.parts[static_cast<std::size_t>(page)] = parts;
        const int count = std::max(static_cast<int>(parts.size()), 1);
        for (int part = 0; part < count; ++part) {
            if (storyPage(sketch, item, {page, part}, tried).crowded) {
                return false;
            }
        }
        return true;
    }

private:
    Sketch& sketch;
    const content::Item& item;
    int page;
    PageBreaks tried;
};

std::vector<content::Prose> partsBegunAt(const std::vector<std::size_t>& begins, const content::Prose& prose,
                                         std::string_view language) {
    std::vector<content::Prose> out;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : std::numeric_limits<std::size_t>::max();
        out.push_back(sentencesBetween(prose, language, begins[i], end));
    }
    return out;
}

/// None where it is whole.
std::vector<content::Prose> partsOfPage(Sketch& sketch, const content::Item& item, int number) {
    const auto& page = storyIn(item).pages[static_cast<std::size_t>(number)];
    const auto found = page.body.find(sketch.language(), sketch.catalogue.pack().languages);
    const std::string language(found.language.empty() ? sketch.language() : found.language);
    Trial trial(sketch, item, number);
    std::vector<content::Prose> best;
    if (trial.fits(best)) {
        return best;
    }
    const content::Prose prose = content::parseProse(found.words);
    const auto sentences = sentencesIn(prose, language);
    constexpr std::size_t mostLeaves = 4; // of a page; what is longer is made smaller on them
    for (std::size_t leaves = 2; leaves <= std::min(mostLeaves, sentences.size()); ++leaves) {
        const auto ways = waysToBreak(sentences, leaves);
        for (const auto& way : ways) {
            auto parts = partsBegunAt(way, prose, language);
            if (trial.fits(parts)) {
                return parts;
            }
        }
        best = partsBegunAt(ways.front(), prose, language);
    }
    return best;
}

} // namespace

Leaves::Leaves(const content::Story& story, const PageBreaks& breaks) : partsOf(story.pages.size(), 1) {
    for (std::size_t i = 0; i < std::min(partsOf.size(), breaks.parts.size()); ++i) {
        partsOf[i] = std::max(static_cast<int>(breaks.parts[i].size()), 1);
    }
}

int Leaves::count() const {
    return std::accumulate(partsOf.begin(), partsOf.end(), 0);
}

int Leaves::parts(int page) const {
    return page >= 0 && page < static_cast<int>(partsOf.size()) ? partsOf[static_cast<std::size_t>(page)] : 1;
}

int Leaves::indexOf(Leaf leaf) const {
    const int page = std::clamp(leaf.page, 0, std::max(static_cast<int>(partsOf.size()) - 1, 0));
    return std::accumulate(partsOf.begin(), partsOf.begin() + page, 0) + std::clamp(leaf.part, 0, parts(page) - 1);
}

Leaf Leaves::at(int index) const {
    int left = std::clamp(index, 0, std::max(count() - 1, 0));
    int page = 0;
    while (page + 1 < static_cast<int>(partsOf.size()) && left >= parts(page)) {
        left -= parts(page);
        ++page;
    }
    return {page, left};
}

content::Prose sentencesBetween(const content::Prose& prose, std::string_view language, std::size_t first,
                                std::size_t last) {
    const auto sentences = sentencesIn(prose, language);
    content::Prose out;
    for (std::size_t at = first; at < std::min(last, sentences.size());) {
        const Sentence& begin = sentences[at];
        std::size_t end = begin.end;
        for (; at < std::min(last, sentences.size()) && sentences[at].block == begin.block; ++at) {
            end = sentences[at].end;
        }
        content::Block block = prose.blocks[begin.block];
        block.spans = spansBetween(block, begin.begin, end);
        out.blocks.push_back(std::move(block));
    }
    return out;
}

PageBreaks breaksOf(Sketch& sketch, const content::Item& item) {
    PageBreaks out{true, {}};
    for (std::size_t page = 0; page < storyIn(item).pages.size(); ++page) {
        out.parts.push_back(partsOfPage(sketch, item, static_cast<int>(page)));
    }
    return out;
}

} // namespace schacht::visitor
