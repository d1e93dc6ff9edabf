// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Theme.hpp"

#include "tests/gui/Desktop.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>

using namespace plumbline::app::kit;

namespace {
// Relative luminance and contrast as WCAG 2.1 defines them (sections 1.4.3 and 1.4.11).
double channel(unsigned char value)
{
    double const part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(wxColour const& color)
{
    return 0.2126 * channel(color.Red()) + 0.7152 * channel(color.Green()) + 0.0722 * channel(color.Blue());
}

double contrast(wxColour const& a, wxColour const& b)
{
    double const first = luminance(a);
    double const second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}
} // namespace

BOOST_FIXTURE_TEST_SUITE(the_theme, plumbline::testing::Desktop)

BOOST_AUTO_TEST_CASE(every_text_can_be_read_on_every_ground)
{
    for (Appearance const look : {Appearance::Light, Appearance::Dark}) {
        use_appearance(look);
        Palette const& colors = palette();
        BOOST_TEST(is_dark() == (look == Appearance::Dark));
        for (wxColour const& ground :
            {colors.surface, colors.card, colors.chrome, colors.rail, colors.tint, colors.hover, colors.control}) {
            for (Meaning const meaning : {Meaning::Text, Meaning::Muted, Meaning::Accent, Meaning::Stop, Meaning::Due,
                     Meaning::Reached, Meaning::Info, Meaning::Idle})
                BOOST_TEST(contrast(color_of(meaning), ground) >= 4.5,
                    "meaning " << static_cast<int>(meaning) << " on " << ground.GetAsString(wxC2S_HTML_SYNTAX));
        }
        for (wxColour const& ground : {colors.card, colors.surface})
            BOOST_TEST(contrast(colors.faint, ground) >= 4.5);
        for (wxColour const& fill : colors.fills)
            for (wxColour const& text : {colors.text, colors.muted})
                BOOST_TEST(contrast(text, fill) >= 4.5, "text on " << fill.GetAsString(wxC2S_HTML_SYNTAX));
        BOOST_TEST(contrast(colors.on_accent, colors.accent) >= 4.5);
        BOOST_TEST(contrast(colors.on_accent_muted, colors.accent) >= 4.5);
        BOOST_TEST(contrast(colors.on_demo, colors.demo) >= 4.5);
        BOOST_TEST(contrast(colors.stop, colors.stop_fill) >= 4.5);
        BOOST_TEST(contrast(colors.due, colors.due_fill) >= 4.5);
    }
    use_appearance(Appearance::System);
}

BOOST_AUTO_TEST_CASE(the_ring_around_the_keyboard_can_be_seen)
{
    for (Appearance const look : {Appearance::Light, Appearance::Dark}) {
        use_appearance(look);
        BOOST_TEST(contrast(palette().focus, palette().card) >= 3);
        BOOST_TEST(contrast(palette().focus, palette().rail) >= 3);
    }
    use_appearance(Appearance::System);
}

BOOST_AUTO_TEST_SUITE_END()
