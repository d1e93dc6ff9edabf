// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/DataList.hpp"
#include "app/gui/kit/Finder.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/PatientTabs.hpp"
#include "app/gui/kit/Rail.hpp"
#include "app/gui/kit/Words.hpp"

#include "tests/gui/Desktop.hpp"

#include <boost/test/unit_test.hpp>

#include <wx/frame.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

using namespace plumbline;
using namespace plumbline::app::kit;

namespace {
constexpr Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

/// A window with one control that fills it.
struct Stage : testing::Desktop {
    template <class Made>
    Made* fill(Made* control)
    {
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(control, wxSizerFlags{1}.Expand());
        window()->SetSizer(all);
        window()->Layout();
        settle();
        return control;
    }

    static void press(wxWindow& window, int key)
    {
        wxKeyEvent event{wxEVT_KEY_DOWN};
        event.m_keyCode = key;
        event.SetEventObject(&window);
        window.HandleWindowEvent(event);
    }

    static wxTextCtrl* field_in(wxWindow const& window)
    {
        for (wxWindow* const child : window.GetChildren()) {
            if (auto* const text = dynamic_cast<wxTextCtrl*>(child))
                return text;
            if (auto* const text = field_in(*child))
                return text;
        }
        return nullptr;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(the_kit, Stage)

BOOST_AUTO_TEST_CASE(a_list_is_walked_and_opened_by_keys)
{
    auto* const list = fill(new HairlineList{window(), "My day", {{"Time", 60}, {"Patient"}}, ListUse::Activate});
    std::size_t opened = 99;
    list->on_activate([&opened](std::size_t row) { opened = row; });
    list->set_rows({{{"08:30", "Okafor, Ada"}}, {{"09:30", "Bauer, Tom"}}, {{"10:30", "Lindqvist, Maja"}}});

    press(*list, WXK_DOWN);
    press(*list, WXK_DOWN);
    press(*list, WXK_RETURN);
    BOOST_TEST(opened == 1U);

    press(*list, WXK_END);
    BOOST_TEST(list->current().value_or(99) == 2U);
    press(*list, WXK_DOWN);
    BOOST_TEST(list->current().value_or(99) == 2U);

    list->set_rows({{{"08:30", "Okafor, Ada"}}});
    BOOST_TEST(list->current().value_or(99) == 0U);
    list->set_rows({});
    BOOST_TEST(!list->current().has_value());
    press(*list, WXK_DOWN);
    press(*list, WXK_RETURN);
    BOOST_TEST(opened == 1U);
}

BOOST_AUTO_TEST_CASE(a_list_that_is_only_read_opens_nothing)
{
    auto* const list = fill(new HairlineList{window(), "Goals", {{"Goal"}}});
    bool opened = false;
    list->on_activate([&opened](std::size_t) { opened = true; });
    list->set_rows({{{"Sit one hour"}}});
    press(*list, WXK_DOWN);
    press(*list, WXK_RETURN);
    BOOST_TEST(!opened);
}

BOOST_AUTO_TEST_CASE(enter_before_the_answer_takes_the_first_line_of_the_answer)
{
    std::string taken;
    Finder finder{window(), "Find", "name", {{"Patient"}}};
    auto const line = [&taken](std::string const& name) {
        return Finder::Line{{{wide(name)}}, [&taken, name] { taken = name; }};
    };
    finder.on_typed([&](std::string const& typed) {
        if (typed.empty())
            finder.set_lines({line("Okafor, Ada")});
    });
    finder.CallAfter([&] {
        wxTextCtrl* const field = field_in(finder);
        field->SetValue("bau");
        press(*field, WXK_RETURN);
        finder.set_lines({line("Bauer, Tom"), line("Baum, Eva")});
        if (finder.IsModal())
            finder.EndModal(wxID_CANCEL);
    });
    finder.run();
    BOOST_TEST(taken == "Bauer, Tom");
}

BOOST_AUTO_TEST_CASE(a_refusal_stands_under_the_field_it_names_and_takes_the_cursor_there)
{
    auto* const form = fill(new Form{window()});
    form->text("Family name", "patient.family_name");
    auto* const given = form->text("Given name", "patient.given_name");
    form->date("Birth date", "patient.birth_date", today, app::DateLeaning::Past);

    Faults faults;
    faults.add("patient.birth_date", "No such day.");
    faults.add("patient.given_name", "A given name is missing.");
    faults.add("patient", "Somebody of this name exists.");
    int const before = form->GetBestSize().y;
    form->show(faults.refusal());
    settle();

    BOOST_TEST(wxWindow::FindFocus() == given);
    BOOST_TEST(form->GetBestSize().y > before);
    form->clear_faults();
    BOOST_TEST(form->GetBestSize().y == before);
    BOOST_TEST(form->field("patient.given_name") == given);
    BOOST_TEST(form->field("no.such.field") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_date_field_shows_what_the_short_form_became)
{
    auto* const field = fill(new DateField{window(), "Start", today});
    std::optional<Date> heard;
    field->on_change([&heard](std::optional<Date> day) { heard = day; });

    field->text()->SetValue("+5");
    BOOST_REQUIRE(heard.has_value());
    BOOST_TEST(to_iso(*heard) == "2026-11-28");

    field->text()->SetValue("soon");
    BOOST_TEST(!heard.has_value());
    BOOST_TEST(field->broken());
    field->text()->SetValue("");
    BOOST_TEST(!field->broken());

    field->set_day(today);
    BOOST_TEST(field->text()->GetValue() == "23 Nov 2026");
}

BOOST_AUTO_TEST_CASE(a_number_is_a_number_or_nothing)
{
    auto* const field = fill(new NumberField{window(), "Height", "cm"});
    field->text()->ChangeValue("172,5");
    BOOST_TEST(field->number().value_or(0) == 172.5);
    field->text()->ChangeValue("17x");
    BOOST_TEST(!field->number().has_value());
    BOOST_TEST(field->broken());
    field->set_number(0.1);
    BOOST_TEST(field->text()->GetValue() == "0.1");
    field->set_number(std::nullopt);
    BOOST_TEST(!field->broken());
}

BOOST_AUTO_TEST_CASE(nothing_is_chosen_until_somebody_chooses)
{
    auto* const choice = fill(new SegmentedChoice{window(), "Since last visit", {"Better", "Same", "Worse"}});
    BOOST_TEST(!choice->chosen().has_value());
    choice->choose(2);
    BOOST_TEST(choice->chosen().value_or(9) == 2U);
    choice->choose(std::nullopt);
    BOOST_TEST(!choice->chosen().has_value());
}

BOOST_AUTO_TEST_CASE(choices_have_their_room_at_once_where_the_desktop_animates)
{
    auto* const choice = fill(new SegmentedChoice{window(), "What is shown", {"Day", "Week", "Month"}});
    int const words =
        choice->GetTextExtent("Day").x + choice->GetTextExtent("Week").x + choice->GetTextExtent("Month").x;
    constexpr int padding = 10; // Of the style sheet, on both sides of each.
    BOOST_TEST(choice->GetBestSize().x >= words + 3 * 2 * choice->FromDIP(padding));
}

BOOST_AUTO_TEST_CASE(the_rail_is_walked_by_keys)
{
    auto* const rail = fill(new Rail{window()});
    std::string shown;
    rail->on_select([&shown](std::string const& id) { shown = id; });
    rail->set_entries({{"today", "Today", "14"}, {"schedule", "Schedule"}, {"patients", "Patients"}});
    press(*rail, WXK_DOWN);
    BOOST_TEST(shown == "schedule");
    press(*rail, WXK_END);
    BOOST_TEST(shown == "patients");
    press(*rail, WXK_DOWN);
    BOOST_TEST(rail->selected() == "patients");
}

BOOST_AUTO_TEST_CASE(the_list_of_all_patients_cannot_be_closed)
{
    auto* const tabs = fill(new PatientTabs{window()});
    std::int64_t closed = 0;
    tabs->on_close([&closed](std::int64_t id) { closed = id; });
    tabs->set_tabs({{0, "All patients", false}, {7, "Lindqvist, Maja"}});
    tabs->select(0);
    press(*tabs, WXK_DELETE);
    BOOST_TEST(closed == 0);
    press(*tabs, WXK_RIGHT);
    BOOST_TEST(tabs->selected() == 7);
    press(*tabs, WXK_DELETE);
    BOOST_TEST(closed == 7);
}

BOOST_AUTO_TEST_CASE(a_long_list_asks_only_for_what_is_seen)
{
    auto* const list = fill(new DataList{window(), "Patients", {{"name", "Name", 200}}});
    std::size_t asked = 0;
    list->on_need([&](std::size_t first, std::size_t count) {
        asked += count;
        std::vector<DataRow> rows(count, DataRow{{"Lindqvist, Maja"}});
        list->put(first, std::move(rows));
    });
    list->reset(100000);
    settle();

    BOOST_TEST(list->row_count() == 100000U);
    BOOST_TEST(asked > 0U);
    BOOST_TEST(asked <= 3 * DataList::page_size);
}

BOOST_AUTO_TEST_CASE(a_paragraph_grows_where_it_is_narrow)
{
    auto* const holder = fill(new Area{window()});
    auto* const words = new Paragraph{holder,
        "Electrical stimulation is contraindicated anywhere in a patient with a pacemaker unless the cardiologist "
        "agrees."};
    auto* const column = new wxBoxSizer{wxVERTICAL};
    column->Add(words, wxSizerFlags{}.Expand());
    holder->SetSizer(column);
    window()->SetClientSize(900, 300);
    settle();
    int const wide = words->GetSize().y;
    window()->SetClientSize(220, 300);
    settle();

    BOOST_TEST(words->GetSize().y >= 2 * wide);
}

BOOST_AUTO_TEST_SUITE_END()
