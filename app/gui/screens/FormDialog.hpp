// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/screens/FormKeeping.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <memory>
#include <utility>
#include <vector>

namespace plumbline::app::gui {

/// A dialog around one form over a record. Who may not change the record reads it here.
/// A dialog derived from it makes its forms with `this` as parent, places them with `furnish` and says how fields are
/// read and filled.
template <class Presenter>
class FormDialog : public wxDialog {
public:
    using State = std::decay_t<decltype(std::declval<Presenter const&>().state())>;
    using Fields = decltype(State::fields);

    [[nodiscard]] bool was_kept() const noexcept { return kept_; }

protected:
    FormDialog(wxWindow* parent, wxString const& title, std::unique_ptr<Presenter> presenter)
        : wxDialog{parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{std::move(presenter)}
    {
    }

    /// Last thing in the constructor of the dialog.
    void furnish(wxSizer* inside, std::vector<kit::Form*> forms, wxString const& keep);
    virtual void refill() = 0;
    [[nodiscard]] virtual Fields read() const = 0;
    virtual void draw_more(State const&) { }
    /// True when the key was one of the dialog's own.
    virtual bool own_key(wxKeyEvent const&) { return false; }

    [[nodiscard]] Presenter& presenter() noexcept { return *presenter_; }
    [[nodiscard]] State const& state() const noexcept { return presenter_->state(); }
    /// Every key and click in one of these comes to the presenter.
    void watch(std::vector<wxWindow*> const& fields);

private:
    void draw();
    void key(wxKeyEvent& event);
    void lock_fields();
    void leave(int code);

    std::unique_ptr<Presenter> presenter_;
    std::vector<kit::Form*> forms_;
    kit::PrimaryButton* keep_ = nullptr;
    kit::TextLine* line_ = nullptr;
    std::unique_ptr<FormKeeping> keeping_;
    bool kept_ = false;
    Connection redraw_, stored_;
};

template <class Presenter>
void FormDialog<Presenter>::furnish(wxSizer* inside, std::vector<kit::Form*> forms, wxString const& keep)
{
    forms_ = std::move(forms);
    auto* const banner = new kit::Banner{this};
    auto const keep_it = [this] {
        if (state().may_change)
            presenter_->keep();
    };
    keeping_ = std::make_unique<FormKeeping>(*banner, does(presenter_, keep_it));
    line_ = new kit::TextLine{this, {}, kit::Meaning::Muted, kit::Size::Caption};
    auto* const buttons = new kit::ButtonRow{this};
    buttons->plain(
        "Leave", [this] { leave(wxID_CANCEL); }, "Esc");
    keep_ = buttons->primary(keep, keep_it, "Ctrl+S");
    auto* const end = new wxBoxSizer{wxHORIZONTAL};
    end->Add(line_, 1, wxALIGN_CENTER_VERTICAL);
    end->Add(buttons, 0, wxALIGN_CENTER_VERTICAL);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(banner, 0, wxEXPAND);
    all->Add(inside, 1, wxEXPAND | wxALL, FromDIP(kit::step::l));
    all->Add(end, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(kit::step::l));
    SetSizer(all);
    SetMinSize(FromDIP(wxSize{620, 200}));
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
    lock_fields();
    redraw_ = presenter_->changed.connect([this] { draw(); });
    stored_ = presenter_->kept.connect([this](auto const&...) {
        // A second Enter may come before the dialog is gone.
        if (!std::exchange(kept_, true))
            leave(wxID_OK);
    });
    refill();
    draw();
    CentreOnParent();
}

template <class Presenter>
void FormDialog<Presenter>::leave(int code)
{
    if (IsModal())
        EndModal(code);
}

template <class Presenter>
void FormDialog<Presenter>::watch(std::vector<wxWindow*> const& fields)
{
    for (wxWindow* const field : fields)
        for (auto const& event : {wxEVT_TEXT, wxEVT_CHOICE, wxEVT_CHECKBOX})
            field->Bind(event, [this](wxCommandEvent&) {
                if (state().may_change)
                    presenter_->edit(read());
            });
}

template <class Presenter>
void FormDialog<Presenter>::lock_fields()
{
    if (state().may_change)
        return;
    keep_->Disable();
    for (kit::Form* const form : forms_)
        for (wxWindow* const child : form->GetChildren()) {
            if (auto* const text = dynamic_cast<wxTextCtrl*>(child))
                text->SetEditable(false);
            else if (dynamic_cast<wxChoice*>(child) || dynamic_cast<wxCheckBox*>(child))
                child->Disable();
        }
}

template <class Presenter>
void FormDialog<Presenter>::key(wxKeyEvent& event)
{
    if (event.GetKeyCode() == WXK_ESCAPE)
        leave(wxID_CANCEL);
    else if (!state().may_change || (!keeping_->key(event) && !own_key(event)))
        event.Skip();
}

template <class Presenter>
void FormDialog<Presenter>::draw()
{
    if (read() != state().fields)
        refill();
    draw_more(state());
    keeping_->draw(state(), forms_);
    keep_->Enable(state().may_change && !state().busy);
    wxString const words = state().may_change ? FormKeeping::words(state()) : wxString{"You may read this."};
    line_->set({{words, kit::Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    Layout();
    Fit();
}

} // namespace plumbline::app::gui
