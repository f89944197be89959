#include "engine/graphics/gl_shapes.hpp"
#include "engine/graphics/outline.hpp"
#include "tests/catch.hpp"

#include <cmath>

using namespace schacht;
using namespace schacht::graphics;

TEST_CASE("a gradient covers its box, whatever its direction, and no triangle of it is without an area") {
    const base::Rect box{0, 0, 1080, 1822};
    const std::vector<GradientStop> stops{{0, {1, 2, 3}}, {0.4F, {50, 60, 70}}, {1, {1, 2, 3}}};
    for (const float degrees : {0.0F, 45.0F, 90.0F, 180.0F, 270.0F, 360.0F}) {
        for (std::size_t count = 1; count <= stops.size(); ++count) {
            std::vector<sf::Vertex> out;
            addShape(out, roundedOutline(box, 0), gradientLine(box, degrees), {stops.data(), count}, 1, false);
            INFO(degrees << " degrees, " << count << " stops");
            REQUIRE(out.size() % 3 == 0);
            float sum = 0;
            for (std::size_t i = 0; i < out.size(); i += 3) {
                const sf::Vector2f b = out[i + 1].position - out[i].position;
                const sf::Vector2f c = out[i + 2].position - out[i].position;
                const float area = std::abs(b.x * c.y - b.y * c.x) / 2;
                CHECK(area > 0.001F);
                sum += area;
            }
            CHECK(std::abs(sum - box.width * box.height) < 50);
        }
    }
}
