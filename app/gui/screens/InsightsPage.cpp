// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/InsightsPage.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/ChartView.hpp"
#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/presenters/Sentences.hpp"

#include <wx/filedlg.h>
#include <wx/sizer.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int choice_width = 300;
constexpr int figure_width = 64;

} // namespace

InsightsPage::InsightsPage(wxWindow* parent, InsightsPresenter& presenter, Ways const& ways)
    : kit::Area{parent}
    , presenter_{presenter}
    , ways_{ways}
{
    build();
    redraw_ = presenter_.changed.connect([this] { draw(); });
    draw();
}

void InsightsPage::build()
{
    auto* const head = new wxBoxSizer{wxHORIZONTAL};
    head->Add(new kit::TextLine{this, "Insights", Meaning::Text, kit::Size::Title, kit::Weight::Bold}, 1,
        wxALIGN_CENTER_VERTICAL);
    std::vector<wxString> periods;
    for (int const weeks : insight_periods)
        periods.push_back(wxString::Format("%d weeks", weeks));
    period_ = new kit::SegmentedChoice{this, "Period of the figures", periods};
    period_->on_choose([this](std::size_t index) { presenter_.choose_weeks(insight_periods.at(index)); });
    head->Add(period_, 0, wxALIGN_CENTER_VERTICAL);
    auto* const sides = new wxBoxSizer{wxHORIZONTAL};
    sides->Add(build_choice(), 0, wxEXPAND | wxRIGHT, FromDIP(step::m));
    sides->Add(build_detail(), 1, wxEXPAND);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(head, 0, wxEXPAND | wxALL, FromDIP(step::l));
    all->Add(sides, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
    SetSizer(all);
}

wxSizer* InsightsPage::build_choice()
{
    auto const list_in = [this](wxString const& caption, kit::HairlineList*& list) {
        auto* const card = new kit::Card{this, caption};
        list = new kit::HairlineList{card->content(), caption,
            {{wxString{}, 0, 1}, {wxString{}, figure_width, 1, kit::Align::Right}}, kit::ListUse::Activate};
        card->add(list);
        card->SetMinSize(FromDIP(wxSize{choice_width, -1}));
        return card;
    };
    auto* const column = new wxBoxSizer{wxVERTICAL};
    column->Add(list_in("To do", work_), 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));
    column->Add(list_in("Figures", figures_), 0, wxEXPAND);
    auto const choose_work = [this](std::size_t index) { presenter_.choose(index); };
    auto const choose_figure = [this](std::size_t index) {
        presenter_.choose(presenter_.state().worklists.size() + index);
    };
    work_->on_current(choose_work);
    work_->on_activate(choose_work);
    figures_->on_current(choose_figure);
    figures_->on_activate(choose_figure);
    return column;
}

wxWindow* InsightsPage::build_detail()
{
    detail_ = new kit::Card{this, "Insights"};
    meaning_ = new kit::Paragraph{detail_->content(), wxString{}, Meaning::Muted, kit::Size::Caption};
    detail_->add_padded(meaning_);
    body_ = new kit::ClearPanel{detail_->content()};
    body_->SetSizer(new wxBoxSizer{wxVERTICAL});
    detail_->add(body_, 1);
    notice_ = new kit::Paragraph{detail_->content(), wxString{}, Meaning::Muted};
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    save_table_ =
        new kit::PlainButton{detail_->content(), "Save table", [this] { save("csv", "Tables (*.csv)|*.csv"); }};
    save_page_ =
        new kit::PlainButton{detail_->content(), "Save page", [this] { save("pdf", "PDF files (*.pdf)|*.pdf"); }};
    print_ = new kit::PlainButton{detail_->content(), "Print", [this] { presenter_.print({}); }};
    row->Add(notice_, 1, wxALIGN_CENTER_VERTICAL);
    for (wxWindow* const button : std::initializer_list<wxWindow*>{save_table_, save_page_, print_})
        row->Add(button, 0, wxALIGN_CENTER_VERTICAL | wxLEFT, FromDIP(step::s));
    detail_->add_padded(row);
    detail_->content()->GetSizer()->AddSpacer(FromDIP(step::s));
    return detail_;
}

void InsightsPage::shown()
{
    presenter_.refresh();
}

void InsightsPage::take_focus()
{
    auto const& state = presenter_.state();
    (state.chosen < state.worklists.size() ? work_ : figures_)->SetFocus();
}

void InsightsPage::show_names(Names names)
{
    names_ = names;
    draw();
}

void InsightsPage::draw()
{
    InsightsState const& state = presenter_.state();
    auto const period = std::ranges::find(insight_periods, state.weeks);
    period_->choose(static_cast<std::size_t>(period - insight_periods.begin()));
    draw_choice(*work_, state.worklists, 0);
    draw_choice(*figures_, state.figures, state.worklists.size());
    if (InsightTable const* const table = state.shown())
        draw_detail(*table);
    notice_->set(state.complaint ? kit::translated(state.complaint->message) : wide(state.notice),
        state.complaint ? Meaning::Stop : Meaning::Muted);
    for (wxWindow* const button : std::initializer_list<wxWindow*>{save_table_, save_page_, print_})
        button->Enable(state.loaded && !state.busy);
    Layout();
}

void InsightsPage::draw_choice(kit::HairlineList& list, std::vector<InsightTable> const& tables, std::size_t first)
{
    std::vector<kit::ListRow> rows;
    for (InsightTable const& table : tables)
        rows.push_back({{kit::ListCell{wide(table.title)},
            kit::ListCell{wide(table.figure), table.pressing ? Meaning::Due : Meaning::Text, kit::Weight::Bold}}});
    list.set_rows(std::move(rows));
    std::size_t const chosen = presenter_.state().chosen;
    bool const here = chosen >= first && chosen < first + tables.size();
    list.set_current(here ? std::optional{chosen - first} : std::nullopt);
}

void InsightsPage::draw_detail(InsightTable const& table)
{
    detail_->set_caption(wide(table.title));
    meaning_->set(wide(table.meaning));
    if (built_ != table.code || columns_ != table.columns || charts_.size() != table.charts.size())
        rebuild(table);
    for (std::size_t i = 0; i < charts_.size(); ++i)
        charts_[i]->set_chart(table.charts[i]);
    fill(table);
}

void InsightsPage::rebuild(InsightTable const& table)
{
    built_ = table.code;
    columns_ = table.columns;
    charts_.clear();
    body_->GetSizer()->Clear(true);
    auto* const pictures = new wxBoxSizer{wxHORIZONTAL};
    for (reports::Chart const& chart : table.charts) {
        auto* const column = new wxBoxSizer{wxVERTICAL};
        if (table.charts.size() > 1)
            column->Add(new kit::TextLine{body_, wide(chart.title), Meaning::Muted, kit::Size::Caption}, 0, wxEXPAND);
        charts_.push_back(new kit::ChartView{body_, chart});
        column->Add(charts_.back(), 1, wxEXPAND);
        pictures->Add(column, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::m));
    }
    std::vector<kit::ListColumn> columns;
    for (InsightTable::Column const& column : table.columns)
        columns.push_back({wide(column.title), 0, column.share, column.number ? kit::Align::Right : kit::Align::Left});
    bool const leads_somewhere =
        std::ranges::any_of(table.rows, [](InsightTable::Row const& row) { return row.patient.has_value(); });
    rows_ = new kit::HairlineList{body_, wide(table.title), std::move(columns),
        leads_somewhere ? kit::ListUse::Activate : kit::ListUse::ReadOnly};
    rows_->set_empty_text(wide(table.nothing));
    rows_->on_activate([this](std::size_t row) { open(row); });
    if (leads_somewhere)
        detail_->set_keys({{"Enter", "open"}});
    else
        detail_->set_keys({});
    if (!table.charts.empty())
        body_->GetSizer()->Add(pictures, 0, wxEXPAND | wxBOTTOM, FromDIP(step::s));
    else
        delete pictures;
    body_->GetSizer()->Add(rows_, 1, wxEXPAND);
}

void InsightsPage::fill(InsightTable const& table)
{
    std::vector<kit::ListRow> rows;
    for (InsightTable::Row const& row : table.rows) {
        kit::ListRow line;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            bool const is_name = row.patient && i == 0;
            bool const is_last = i + 1 == row.cells.size();
            wxString const text = wide(is_name ? shown_name(row.cells[i], names_) : row.cells[i]);
            line.cells.emplace_back(text, is_last && row.urgent ? Meaning::Due : Meaning::Text,
                is_name ? kit::Weight::Bold : kit::Weight::Regular);
        }
        rows.push_back(std::move(line));
    }
    rows_->set_rows(std::move(rows));
}

void InsightsPage::open(std::size_t row)
{
    InsightTable const* const table = presenter_.state().shown();
    if (!table || row >= table->rows.size() || !table->rows[row].patient)
        return;
    InsightTable::Row const& chosen = table->rows[row];
    if (chosen.visit)
        ways_.open_note(*chosen.patient, chosen.patient_name, *chosen.visit);
    else
        ways_.open_patient(*chosen.patient, chosen.patient_name);
}

void InsightsPage::save(char const* ending, char const* kinds)
{
    InsightTable const* const table = presenter_.state().shown();
    if (!table)
        return;
    wxFileDialog ask{this, "Save", {}, wide(table->code + '.' + ending), kinds, wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (ask.ShowModal() == wxID_OK)
        presenter_.save_as(kit::utf8(ask.GetPath()));
}

} // namespace plumbline::app::gui
