// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/CodesCard.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/SetupDialogs.hpp"

#include <wx/filedlg.h>
#include <wx/sizer.h>

#include <utility>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

CodesCard::CodesCard(wxWindow* parent, FeeSchedulePresenter& presenter, Say say)
    : kit::Card{parent, "Service codes"}
    , presenter_{presenter}
{
    build();
    redraw_ = presenter_.changed.connect([this] { draw(); });
    happened_ = presenter_.happened.connect([this, say = std::move(say)](std::string const& words, FeeEdit edit) {
        say(words, {"Undo", {}, [this, edit = std::move(edit)] { presenter_.undo(edit); }});
    });
}

void CodesCard::build()
{
    list_ = new kit::HairlineList{content(), "Service codes",
        {{"Code", 80}, {"Own words", 0, 4}, {"", 70}, {"Offered first for", 0, 3}}, kit::ListUse::Activate};
    list_->set_empty_text("No codes yet: notes count minutes, but no units.");
    list_->SetMinSize(FromDIP(wxSize{-1, 236}));
    list_->on_activate([this](std::size_t index) { change(index); });
    list_->on_key([this](wxKeyEvent const& event) { return key(event); });
    kit::Card::add(list_);
    said_ = new kit::Paragraph{content(), {}, Meaning::Muted};
    said_->Hide();
    add_padded(said_);
    add_ = new kit::PlainButton{content(), "Add code", [this] { add(); }, "Ins"};
    change_ = new kit::PlainButton{content(), "Change", [this] {
                                       if (list_->current())
                                           change(*list_->current());
                                   }};
    remove_ = new kit::PlainButton{content(), "Remove", [this] { remove(); }, "Del"};
    import_ = new kit::PlainButton{content(), wide("Import a list…"), [this] { import_list(); }};
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    for (wxWindow* const button : {add_, change_, remove_, import_})
        row->Add(button, 0, wxRIGHT, FromDIP(step::s));
    add_padded(row);
    content()->GetSizer()->AddSpacer(FromDIP(step::s));
}

void CodesCard::draw()
{
    FeeScheduleState const& state = presenter_.state();
    std::vector<kit::ListRow> rows;
    for (ServiceCode const& one : state.codes)
        rows.push_back({{wide(one.code), wide(one.label), ListCell{one.timed ? "timed" : "", Meaning::Muted},
                            wide(one.modality ? std::string{label(*one.modality)} : std::string{})},
            kit::RowLook::Plain, {}});
    list_->set_rows(std::move(rows));
    bool const may = state.may_change && !state.busy;
    for (kit::PlainButton* const button : {add_, import_})
        button->Enable(may);
    for (kit::PlainButton* const button : {change_, remove_})
        button->Enable(may && !state.codes.empty());
    wxString words = wide(state.busy ? "One moment …" : state.notice);
    for (std::string const& problem : state.problems)
        words += '\n' + wide(problem);
    for (Refusal const& complaint : state.complaints)
        words += (words.empty() ? "" : "\n") + kit::translated(complaint.message);
    bool const bad = !state.problems.empty() || !state.complaints.empty();
    said_->set(words, bad ? Meaning::Stop : Meaning::Muted);
    if (said_->IsShown() != !words.empty()) {
        said_->Show(!words.empty());
        kit::relayout(this);
    }
}

bool CodesCard::key(wxKeyEvent const& event)
{
    if (event.GetModifiers() != wxMOD_NONE || !presenter_.state().may_change)
        return false;
    switch (event.GetKeyCode()) {
    case WXK_INSERT:
        add();
        return true;
    case WXK_DELETE:
        remove();
        return true;
    default:
        return false;
    }
}

void CodesCard::add()
{
    presenter_.edited(edit_code(this, std::make_unique<CodeFormPresenter>(presenter_.desk())));
    list_->SetFocus();
}

void CodesCard::change(std::size_t index)
{
    auto const& codes = presenter_.state().codes;
    if (index < codes.size())
        presenter_.edited(edit_code(this, std::make_unique<CodeFormPresenter>(presenter_.desk(), codes[index])));
    list_->SetFocus();
}

void CodesCard::remove()
{
    if (list_->current())
        presenter_.remove(*list_->current());
}

void CodesCard::import_list()
{
    wxFileDialog ask{
        this, "Import service codes from", {}, {}, "Lists (*.csv)|*.csv|All files|*", wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (ask.ShowModal() == wxID_OK)
        presenter_.import_list(kit::utf8(ask.GetPath()));
}

} // namespace plumbline::app::gui
