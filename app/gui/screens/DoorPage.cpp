// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/DoorPage.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/clipbrd.h>
#include <wx/filedlg.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int card_width = 460;
constexpr int demo_patients = 120;
constexpr std::uint64_t demo_seed = 1;

wxString strength_words(PasswordStrength strength)
{
    switch (strength) {
    case PasswordStrength::Refused:
        return "Too weak: at least 10 characters, not the login name, nothing obvious.";
    case PasswordStrength::Weak:
        return "Weak. A few more words make it strong.";
    case PasswordStrength::Fair:
        return "Fair.";
    case PasswordStrength::Strong:
        return "Strong.";
    }
    return {};
}

Meaning strength_meaning(PasswordStrength strength)
{
    return strength == PasswordStrength::Refused ? Meaning::Stop
        : strength == PasswordStrength::Strong   ? Meaning::Reached
                                                 : Meaning::Due;
}

/// A code that is copied by hand stands whole: a few groups in a line.
wxString in_lines(std::string const& code)
{
    constexpr int groups_in_a_line = 4;
    wxString lines;
    int groups = 0;
    for (char const sign : code) {
        lines += sign;
        if (sign == '-' && ++groups % groups_in_a_line == 0)
            lines += '\n';
    }
    return lines;
}

/// Content in the middle of a bare surface.
wxPanel* centered(wxWindow* parent, wxWindow*& inside)
{
    auto* const page = new kit::Area{parent};
    inside = new kit::Card{page, {}};
    inside->SetMinSize(page->FromDIP(wxSize{card_width, -1}));
    auto* const column = new wxBoxSizer{wxVERTICAL};
    column->AddStretchSpacer(2);
    column->Add(inside, 0, wxALIGN_CENTER_HORIZONTAL);
    column->AddStretchSpacer(3);
    page->SetSizer(column);
    return page;
}

} // namespace

DoorPage::DoorPage(wxWindow* parent, DoorPresenter& presenter)
    : kit::Area{parent}
    , presenter_{presenter}
    , book_{new wxSimplebook{this}}
{
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(book_, 1, wxEXPAND);
    SetSizer(all);
    redraw_ = presenter_.changed.connect([this] { draw(); });
    draw();
}

DoorPage::Step DoorPage::make_step(wxString const& title, wxString const& words)
{
    Step made;
    wxWindow* inside = nullptr;
    made.page = centered(book_, inside);
    auto* const card = static_cast<kit::Card*>(inside);
    card->add_padded(new kit::TextLine{card->content(), title, Meaning::Text, kit::Size::Title, kit::Weight::Bold});
    if (!words.empty())
        card->add_padded(new kit::Paragraph{card->content(), words, Meaning::Muted});
    made.form = new kit::Form{card->content()};
    card->add_padded(made.form);
    made.progress = new kit::Paragraph{card->content(), {}, Meaning::Muted};
    card->add_padded(made.progress);
    return made;
}

void DoorPage::finish_step(Step& made, wxString const& action, std::function<void()> run,
    std::vector<std::pair<wxString, std::function<void()>>> links)
{
    wxWindow* const inside = made.form->GetParent();
    run = [this, act = std::move(run)] {
        asked_ = true;
        act();
    };
    made.go = new kit::PrimaryButton{inside, action, {}, run};
    inside->GetSizer()->Add(made.go, 0, wxALIGN_RIGHT | wxALL, inside->FromDIP(step::m));
    // However wide the font, no way out takes room from the button that finishes.
    auto* const ways = new wxWrapSizer{wxHORIZONTAL};
    for (auto const& [words, act] : links)
        ways->Add(new kit::LinkButton{inside, words, act}, 0, wxRIGHT | wxBOTTOM, inside->FromDIP(step::s));
    inside->GetSizer()->Add(new kit::Hairline{inside}, 0, wxEXPAND);
    inside->GetSizer()->AddSpacer(inside->FromDIP(step::s));
    inside->GetSizer()->Add(ways, 0, wxEXPAND | wxLEFT | wxRIGHT, inside->FromDIP(step::m));
    made.page->Bind(wxEVT_CHAR_HOOK, [run = std::move(run)](wxKeyEvent& event) {
        bool const enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (enter && !dynamic_cast<wxButton*>(wxWindow::FindFocus()))
            run();
        else
            event.Skip();
    });
    book_->AddPage(made.page, {});
}

std::string DoorPage::typed(Step const& made, std::string_view field) const
{
    auto const* const text = dynamic_cast<wxTextCtrl const*>(made.form->field(field));
    return text ? kit::utf8(text->GetValue()) : std::string{};
}

void DoorPage::build_login()
{
    Step made = make_step("Log in", {});
    clinic_ = new kit::TextLine{made.form->GetParent(), {}, Meaning::Muted, kit::Size::Caption};
    made.form->GetParent()->GetSizer()->Insert(1, clinic_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::m));
    made.form->text("Login name", "login");
    made.form->password("Password", "password");
    finish_step(made, "Log in",
        [this] {
            presenter_.log_in(
                typed(steps_[DoorState::Step::Login], "login"), typed(steps_[DoorState::Step::Login], "password"));
        },
        {{"Forgot it", [this] { presenter_.show(DoorState::Step::Recover); }},
            {"Other clinic", [this] { choose_file(); }},
            {"New clinic", [this] { presenter_.show(DoorState::Step::Wizard); }},
            {"Restore", [this] { presenter_.show(DoorState::Step::Restore); }},
            {"Demo", [this] { presenter_.open_demo(demo_patients, demo_seed); }}});
    steps_[DoorState::Step::Login] = made;
}

void DoorPage::build_wizard()
{
    Step made = make_step("Welcome to Plumbline",
        "Make your clinic. It becomes one encrypted file on this computer; nothing leaves it by itself.");
    made.form->section("The clinic");
    made.form->text("Name", "clinic_name");
    made.form->text("Address", "address");
    made.form->text("Telephone", "phone");
    made.form->section("You, its owner");
    made.form->text("Full name", "full_name");
    made.form->text("Credentials", "credentials")->SetHint("PT, DPT");
    made.form->text("NPI", "npi");
    auto* const login = made.form->text("Login name", "login");
    auto* const password = made.form->password("Password", "password");
    strength_ = new kit::Paragraph{
        made.form->rows(), strength_words(PasswordStrength::Refused), Meaning::Muted, kit::Size::Caption};
    made.form->custom({}, "strength", strength_);
    made.form->password("The same again", "password_again");
    for (wxTextCtrl* const field : {login, password})
        field->Bind(wxEVT_TEXT, [this, login, password](wxCommandEvent&) {
            presenter_.rate_password(kit::utf8(password->GetValue()), kit::utf8(login->GetValue()));
        });
    finish_step(made, "Make the clinic",
        [this] {
            Step const& form = steps_[DoorState::Step::Wizard];
            presenter_.create({typed(form, "clinic_name"), typed(form, "address"), typed(form, "phone"), {},
                typed(form, "full_name"), typed(form, "credentials"), typed(form, "npi"), typed(form, "login"),
                typed(form, "password"), typed(form, "password_again")});
        },
        {{"Open the demo clinic", [this] { presenter_.open_demo(demo_patients, demo_seed); }},
            {"Open another clinic", [this] { choose_file(); }},
            {"Restore a backup", [this] { presenter_.show(DoorState::Step::Restore); }}});
    steps_[DoorState::Step::Wizard] = made;
}

void DoorPage::build_code()
{
    Step made = make_step("Your recovery code",
        "Write it down or print it, and lock it away. It is the only way in when the password is lost, and it is shown "
        "only this once.");
    code_ = new kit::Paragraph{made.form->GetParent(), {}, Meaning::Text, kit::Size::Title, kit::Weight::Bold};
    made.form->GetParent()->GetSizer()->Add(code_, 0, wxEXPAND | wxALL, FromDIP(step::m));
    finish_step(made, "I have written it down", [this] { presenter_.recovery_code_kept(); },
        {{"Print", [this] { presenter_.print_code(); }}, {"Save as PDF", [this] { save_code(); }}});
    steps_[DoorState::Step::RecoveryCode] = made;
}

void DoorPage::build_recover()
{
    Step made = make_step(
        "Recover with the printed code", "The code opens the clinic and sets a new password for the login name.");
    made.form->text("Recovery code", "recovery_code");
    made.form->text("Login name", "login");
    made.form->password("New password", "password");
    made.form->password("The same again", "password_again");
    finish_step(made, "Recover",
        [this] {
            Step const& form = steps_[DoorState::Step::Recover];
            presenter_.recover(typed(form, "recovery_code"), typed(form, "login"), typed(form, "password"),
                typed(form, "password_again"));
        },
        {{"Back to log in", [this] { presenter_.show(DoorState::Step::Login); }}});
    steps_[DoorState::Step::Recover] = made;
}

void DoorPage::build_restore()
{
    Step made = make_step("Restore a backup",
        "The backup is proven while it becomes a clinic of its own; nothing that is there is written over.");
    made.form->text("Backup file", "file");
    made.form->text("Becomes the clinic", "clinic");
    made.form->text("Login name", "login");
    made.form->password("Password of that day", "password");
    finish_step(made, "Restore", [this] { restore(); },
        {{wide("Choose the backup…"), [this] { choose_backup(); }},
            {"Back to log in", [this] { presenter_.show(DoorState::Step::Login); }}});
    steps_[DoorState::Step::Restore] = made;
}

void DoorPage::choose_backup()
{
    wxFileDialog ask{this, "Choose a backup", {}, {}, "Backups (*.plumbline-backup)|*.plumbline-backup|All files|*",
        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (ask.ShowModal() != wxID_OK)
        return;
    auto* const field = dynamic_cast<wxTextCtrl*>(steps_[DoorState::Step::Restore].form->field("file"));
    field->SetValue(ask.GetPath());
    field->SetInsertionPointEnd();
}

void DoorPage::restore()
{
    Step const& form = steps_[DoorState::Step::Restore];
    presenter_.restore({typed(form, "file"), typed(form, "clinic"), typed(form, "login"), typed(form, "password")});
}

void DoorPage::choose_file()
{
    wxFileDialog ask{this, "Open a clinic", {}, {}, "Clinics (*.plumbline)|*.plumbline|All files|*",
        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (ask.ShowModal() == wxID_OK)
        presenter_.choose_clinic({kit::utf8(ask.GetPath())});
}

void DoorPage::save_code()
{
    wxFileDialog ask{this, "Save the recovery code", {}, "recovery-code.pdf", "PDF files (*.pdf)|*.pdf",
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (ask.ShowModal() == wxID_OK)
        presenter_.save_code(kit::utf8(ask.GetPath()));
}

void DoorPage::shown()
{
    drawn_.reset();
    draw();
}

void DoorPage::draw_details(DoorState const& state)
{
    if (clinic_)
        clinic_->set({{wide(state.clinic_name + " · " + state.clinic), Meaning::Muted, kit::Weight::Regular,
            kit::Size::Caption}});
    if (strength_ && typed(steps_[DoorState::Step::Wizard], "password").empty())
        strength_->set("At least 10 characters; three or four words are good.", Meaning::Muted);
    else if (strength_)
        strength_->set(strength_words(state.strength), strength_meaning(state.strength));
    if (code_)
        code_->set(in_lines(state.recovery_code));
}

DoorPage::Step& DoorPage::step_of(DoorState::Step step)
{
    if (!steps_.contains(step))
        switch (step) {
        case DoorState::Step::Login:
            build_login();
            break;
        case DoorState::Step::Wizard:
            build_wizard();
            break;
        case DoorState::Step::RecoveryCode:
            build_code();
            break;
        case DoorState::Step::Recover:
            build_recover();
            break;
        case DoorState::Step::Restore:
            build_restore();
            break;
        }
    return steps_[step];
}

void DoorPage::draw()
{
    DoorState const& state = presenter_.state();
    Step& made = step_of(state.step);
    bool const turned = drawn_ != state.step;
    if (turned) {
        drawn_ = state.step;
        if (state.step == DoorState::Step::Restore)
            dynamic_cast<wxTextCtrl*>(made.form->field("clinic"))->ChangeValue(wide(state.restore_to));
        book_->SetSelection(static_cast<std::size_t>(book_->FindPage(made.page)));
    }
    draw_details(state);
    std::string const& said = state.progress.empty() ? state.notice : state.progress;
    made.progress->set(wide(state.busy && said.empty() ? "One moment …" : said));
    made.progress->Show(state.busy || !said.empty());
    made.go->Enable(!state.busy && state.wait_seconds == 0);
    // Only the answer to a try moves the keyboard: a password that is being typed must not end in another field.
    if (asked_)
        made.form->show(state.complaints);
    else
        made.form->tell(state.complaints);
    asked_ = asked_ && state.busy;
    made.page->Layout();
    if (turned)
        for (char const* const first : {"clinic_name", "recovery_code", "file", "login"})
            if (wxWindow* const field = made.form->field(first)) {
                field->SetFocus();
                break;
            }
}

LockPage::LockPage(wxWindow* parent, ShellPresenter& presenter)
    : kit::Area{parent}
    , presenter_{presenter}
{
    wxWindow* inside = nullptr;
    auto* const page = centered(this, inside);
    auto* const whole = new wxBoxSizer{wxVERTICAL};
    whole->Add(page, 1, wxEXPAND);
    SetSizer(whole);
    auto* const card = static_cast<kit::Card*>(inside);
    card->add_padded(new kit::TextLine{card->content(), "Locked", Meaning::Text, kit::Size::Title, kit::Weight::Bold});
    card->add_padded(new kit::Paragraph{
        card->content(), wide(presenter.state().user + ", your notes are as you left them."), Meaning::Muted});
    form_ = new kit::Form{card->content()};
    password_ = form_->password("Password", "password");
    card->add_padded(form_);
    auto const go = [this] { presenter_.unlock(kit::utf8(password_->GetValue())); };
    go_ = new kit::PrimaryButton{card->content(), "Unlock", "Enter", go};
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->AddStretchSpacer();
    row->Add(go_);
    card->add_padded(row);
    Bind(wxEVT_CHAR_HOOK, [go](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)
            go();
        else
            event.Skip();
    });
    redraw_ = presenter_.changed.connect([this] { draw(); });
}

void LockPage::shown()
{
    password_->SetFocus();
}

void LockPage::draw()
{
    go_->Enable(!presenter_.state().unlocking && presenter_.state().wait_seconds == 0);
    if (presenter_.state().lock_complaint.empty())
        return form_->clear_faults();
    form_->show({Refusal::Reason::NotAllowed, "password", {tr_noop("{0}"), {presenter_.state().lock_complaint}}, {}});
}

} // namespace plumbline::app::gui
