// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Finder.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <utility>

namespace plumbline::app::kit {
namespace {
constexpr int width = 620;
constexpr int height = 420;
constexpr int from_top = 96;
} // namespace

Finder::Finder(wxWindow* parent, wxString const& title, wxString const& prompt, std::vector<ListColumn> columns)
    : wxDialog{parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
{
    auto* const ground = new Card{this, wxString{}};
    auto* const content = ground->content();
    text_ = new wxTextCtrl{content, wxID_ANY};
    text_->SetHint(prompt);
    a11y::name(text_, title);
    list_ = new HairlineList{content, title, std::move(columns), ListUse::Activate};
    content->GetSizer()->Add(text_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(step::s)));
    ground->add(list_, 1);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(ground, wxSizerFlags{1}.Expand());
    SetSizer(all);
    SetSize(FromDIP(wxSize{width, height}));
    // A hidden window lays out nothing by itself, and the list would open in no room at all.
    Layout();
    // Near the top, where the eyes are after a key press, and clear of the menus.
    wxRect const place = parent->GetScreenRect();
    Move(place.x + (place.width - GetSize().x) / 2, place.y + FromDIP(from_top));
    list_->on_activate([this](std::size_t index) { take(index); });
    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        answered_ = enter_waits_ = false;
        if (heard_)
            heard_(typed());
    });
    text_->Bind(wxEVT_KEY_DOWN, &Finder::key, this);
    text_->SetFocus();
}

void Finder::on_typed(std::function<void(std::string const&)> heard)
{
    heard_ = std::move(heard);
    heard_(typed());
}

std::string Finder::typed() const
{
    return utf8(text_->GetValue());
}

void Finder::set_lines(std::vector<Line> lines)
{
    lines_ = std::move(lines);
    std::vector<ListRow> rows;
    for (Line const& line : lines_)
        rows.push_back(line.row);
    list_->set_rows(std::move(rows));
    list_->set_current(lines_.empty() ? std::nullopt : std::optional<std::size_t>{0});
    describe();
    answered_ = true;
    if (std::exchange(enter_waits_, false))
        take(0);
}

void Finder::set_empty_text(wxString const& sentence)
{
    list_->set_empty_text(sentence);
}

void Finder::describe()
{
    // The keyboard stays in the field, so the field says which line Enter would take.
    auto const current = list_->current();
    wxString words;
    if (current)
        for (ListCell const& cell : lines_[*current].row.cells)
            words += (words.empty() ? wxString{} : wxString{", "}) + plain(cell.runs);
    a11y::describe(text_, words);
}

void Finder::key(wxKeyEvent& event)
{
    std::size_t const now = list_->current().value_or(0);
    std::size_t const last = lines_.empty() ? 0 : lines_.size() - 1;
    constexpr std::size_t page = 8;
    switch (event.GetKeyCode()) {
    case WXK_UP:
        list_->set_current(now > 0 ? now - 1 : last);
        break;
    case WXK_DOWN:
        list_->set_current(now < last ? now + 1 : 0);
        break;
    case WXK_PAGEUP:
        list_->set_current(now > page ? now - page : 0);
        break;
    case WXK_PAGEDOWN:
        list_->set_current(std::min(now + page, last));
        break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        enter_waits_ = !answered_;
        if (answered_ && list_->current())
            take(*list_->current());
        return;
    case WXK_ESCAPE:
        EndModal(wxID_CANCEL);
        return;
    default:
        event.Skip();
        return;
    }
    describe();
}

void Finder::take(std::size_t index)
{
    if (index >= lines_.size())
        return;
    chosen_ = lines_[index].take;
    EndModal(wxID_OK);
}

void Finder::run()
{
    run_then([] {});
}

void Finder::run_then(std::function<void()> const& closed)
{
    bool const taken = ShowModal() == wxID_OK;
    heard_ = nullptr;
    Hide();
    closed();
    if (taken && chosen_)
        chosen_();
}

} // namespace plumbline::app::kit
