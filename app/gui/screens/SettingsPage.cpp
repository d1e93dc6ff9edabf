// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/SettingsPage.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/SetupCards.hpp"
#include "app/gui/screens/SetupDialogs.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr std::array clinic_keys{
    "clinic.name", "clinic.address", "clinic.phone", "clinic.npi", "clinic.zone", "lock.minutes"};
constexpr std::array backup_keys{
    "backup.folder", "backup.at", "backup.keep_days", "backup.keep_weeks", "backup.stale_days"};

/// Keeps the last row of buttons off the edge of its card.
void inside_end(kit::Card& card)
{
    card.content()->GetSizer()->AddSpacer(card.FromDIP(step::s));
}

} // namespace

SettingsPage::SettingsPage(wxWindow* parent, Shows shows, Does does)
    : kit::Area{parent}
    , presenter_{shows.settings}
    , setup_{shows.setup}
    , fees_{shows.fees}
    , does_{std::move(does)}
{
    build();
    redraw_ = presenter_.changed.connect([this] { draw(); });
}

std::string SettingsPage::typed(kit::Form const& form, std::string_view field)
{
    auto const* const text = dynamic_cast<wxTextCtrl const*>(form.field(field));
    return text ? kit::utf8(text->GetValue()) : std::string{};
}

void SettingsPage::build()
{
    scroll_ = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
    scroll_->SetScrollRate(0, FromDIP(step::l));
    auto* const left = new wxBoxSizer{wxVERTICAL};
    auto* const right = new wxBoxSizer{wxVERTICAL};
    auto const place = [this](wxSizer* column, wxWindow* card) {
        column->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));
        return card;
    };
    wxWindow* const clinic = place(left, build_clinic(scroll_));
    booking_ =
        new BookingCard{scroll_, [this](std::map<std::string, std::string> settings) { presenter_.change(settings); }};
    place(left, booking_);
    wxWindow* const backups = place(left, build_backups(scroll_));
    place(left, build_keeping(scroll_));
    place(right, new HoursCard{scroll_, setup_});
    place(right, new ResourcesCard{scroll_, setup_});
    codes_ = new CodesCard{scroll_, fees_, does_.say};
    place(right, codes_);
    wxWindow* const people = place(right, build_people(scroll_));
    place(right, build_password(scroll_));
    if (!presenter_.state().may_see_clinic)
        for (wxWindow* const card : std::initializer_list<wxWindow*>{clinic, booking_, backups, codes_, people})
            card->Hide();
    auto* const columns = new wxBoxSizer{wxHORIZONTAL};
    columns->Add(left, 1, wxEXPAND | wxRIGHT, FromDIP(step::m));
    columns->Add(right, 1, wxEXPAND);
    scroll_->SetSizer(columns);
    notice_ = new kit::Paragraph{this, {}, Meaning::Muted};
    notice_->Hide();
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(new kit::TextLine{this, "Settings", Meaning::Text, kit::Size::Title, kit::Weight::Bold}, 0, wxALL,
        FromDIP(step::l));
    all->Add(notice_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
    all->Add(scroll_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
    SetSizer(all);
}

wxWindow* SettingsPage::build_clinic(wxWindow* parent)
{
    auto* const card = new kit::Card{parent, "Clinic"};
    clinic_ = new kit::Form{card->content()};
    clinic_->text("Name", "clinic.name");
    clinic_->text("Address", "clinic.address");
    clinic_->text("Telephone", "clinic.phone");
    clinic_->text("NPI", "clinic.npi");
    clinic_->text("Time zone", "clinic.zone");
    clinic_->text("Locks after minutes", "lock.minutes");
    card->add_padded(clinic_);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->AddStretchSpacer();
    keep_ = new kit::PrimaryButton{card->content(), "Keep", {}, [this] {
                                       std::map<std::string, std::string> settings;
                                       for (char const* const key : clinic_keys)
                                           settings[key] = typed(*clinic_, key);
                                       presenter_.change(settings);
                                   }};
    row->Add(keep_);
    card->add_padded(row);
    inside_end(*card);
    return card;
}

wxWindow* SettingsPage::build_people(wxWindow* parent)
{
    auto* const card = new kit::Card{parent, "People"};
    people_ = new kit::HairlineList{
        card->content(), "People of the clinic", {{"Name", 0, 3}, {"Login", 0, 2}, {"Role", 0, 3}, {"", 70}}};
    people_->SetMinSize(FromDIP(wxSize{-1, 220}));
    card->add(people_);
    auto* const tools = new wxBoxSizer{wxHORIZONTAL};
    dismiss_ = new kit::PlainButton{
        card->content(), "Take away the log-in", [this] {
            auto const current = people_->current();
            if (!current)
                return;
            User const& user = presenter_.state().users.at(*current);
            if (wxMessageBox(wide(user.details().full_name + " will not be able to log in any more."),
                    "Take away the log-in?", wxYES_NO | wxNO_DEFAULT, this)
                == wxYES)
                presenter_.dismiss(user.id());
        }};
    new_password_ = new kit::PlainButton{card->content(), wide("New password…"), [this] { give_password(); }};
    tools->Add(new_password_, 0, wxRIGHT, FromDIP(step::s));
    tools->Add(dismiss_);
    card->add_padded(tools);
    inside_end(*card);
    card->add(new kit::CardSection{card->content(), "New person"});
    person_ = new kit::Form{card->content()};
    person_->text("Full name", "full_name");
    person_->text("Credentials", "credentials");
    person_->text("Login name", "login");
    std::vector<wxString> roles;
    for (Role const role : all_roles())
        roles.push_back(wide(label(role)));
    // Whoever chooses nothing gives the least, never an owner's rights.
    auto const least = std::ranges::find(all_roles(), Role::ReadOnly) - all_roles().begin();
    person_->choice("Role", "role", roles)->SetSelection(static_cast<int>(least));
    person_->password("First password", "password");
    card->add_padded(person_);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->AddStretchSpacer();
    admit_ =
        new kit::PrimaryButton{card->content(), "Add person", {}, [this] {
                                   auto const* const role = dynamic_cast<wxChoice const*>(person_->field("role"));
                                   User::Details details{typed(*person_, "login"), typed(*person_, "full_name"),
                                       typed(*person_, "credentials"), {},
                                       all_roles()[static_cast<std::size_t>(std::max(role->GetSelection(), 0))], true};
                                   presenter_.admit(std::move(details), typed(*person_, "password"));
                               }};
    row->Add(admit_);
    card->add_padded(row);
    inside_end(*card);
    return card;
}

void SettingsPage::give_password()
{
    auto const current = people_->current();
    if (!current)
        return;
    User const user = presenter_.state().users.at(*current);
    if (gui::give_password(this, std::make_unique<NewPasswordPresenter>(presenter_.desk(), user)))
        presenter_.password_given(user);
    people_->SetFocus();
}

wxWindow* SettingsPage::build_password(wxWindow* parent)
{
    auto* const card = new kit::Card{parent, "Your password"};
    password_ = new kit::Form{card->content()};
    password_->password("Old password", "old_password");
    password_->password("New password", "new_password");
    password_->password("The same again", "password_again");
    card->add_padded(password_);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->AddStretchSpacer();
    row->Add(new kit::PlainButton{card->content(), "Change password", [this] {
                                      presenter_.change_password(typed(*password_, "old_password"),
                                          typed(*password_, "new_password"), typed(*password_, "password_again"));
                                  }});
    card->add_padded(row);
    inside_end(*card);
    return card;
}

wxWindow* SettingsPage::build_backups(wxWindow* parent)
{
    auto* const card = new kit::Card{parent, "Backups"};
    auto* const inside = card->content();
    backup_words_ = new kit::Paragraph{inside, {}, Meaning::Text};
    card->add_padded(backup_words_);
    backup_ = new kit::Form{inside};
    daily_ = backup_->check("One every day by itself", "backup.daily");
    backup_->text("At, or at the next start", "backup.at");
    backup_->text("Folder", "backup.folder")->SetHint("backups, beside the clinic");
    backup_->text("Days kept", "backup.keep_days");
    backup_->text("Weeks kept beyond them", "backup.keep_weeks");
    backup_->text("Warn when older than days", "backup.stale_days");
    card->add_padded(backup_);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    back_up_now_ = new kit::PlainButton{inside, "Back up now", does_.back_up_now, "Ctrl+Shift+B"};
    back_up_ = new kit::PlainButton{inside, wide("Back up to a file…"), [this] { back_up(); }};
    row->Add(back_up_now_, 0, wxRIGHT, FromDIP(step::s));
    row->Add(back_up_);
    row->AddStretchSpacer();
    keep_backups_ = new kit::PrimaryButton{inside, "Keep", {}, [this] {
                                               std::map<std::string, std::string> settings;
                                               for (char const* const key : backup_keys)
                                                   settings[key] = typed(*backup_, key);
                                               settings["backup.daily"] = daily_->GetValue() ? "1" : "0";
                                               presenter_.change(settings);
                                           }};
    row->Add(keep_backups_);
    card->add_padded(row);
    inside_end(*card);
    return card;
}

wxWindow* SettingsPage::build_keeping(wxWindow* parent)
{
    auto* const card = new kit::Card{parent, "Keeping"};
    auto* const inside = card->content();
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    check_ = new kit::PlainButton{inside, "Check everything", [this] { presenter_.check(); }};
    import_ = new kit::PlainButton{inside, "Import patients", [this] { import_list(); }};
    check_->Enable(presenter_.state().may_check);
    import_->Enable(presenter_.state().may_import);
    for (wxWindow* const button : {check_, import_})
        row->Add(button, 0, wxRIGHT, FromDIP(step::s));
    if (does_.see_audit)
        row->Add(new kit::PlainButton{inside, wide("Audit log…"), does_.see_audit});
    card->add_padded(row);
    card->add(new kit::CardSection{inside, "Looks"});
    auto* const looks = new kit::Form{inside};
    auto* const appearance = looks->choice("Appearance", "appearance", {"As the desktop", "Light", "Dark"});
    appearance->SetSelection(0);
    appearance->Bind(
        wxEVT_CHOICE, [this, appearance](wxCommandEvent&) { does_.choose_appearance(appearance->GetSelection()); });
    card->add_padded(looks);
    return card;
}

void SettingsPage::shown()
{
    filled_ = false;
    presenter_.refresh();
    setup_.refresh();
    fees_.refresh();
}

void SettingsPage::back_up()
{
    wxFileDialog ask{this, "Back up to", {}, "clinic.plumbline-backup",
        "Backups (*.plumbline-backup)|*.plumbline-backup", wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (ask.ShowModal() == wxID_OK)
        presenter_.back_up(kit::utf8(ask.GetPath()));
}

void SettingsPage::import_list()
{
    wxFileDialog ask{
        this, "Import patients from", {}, {}, "Lists (*.csv)|*.csv|All files|*", wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (ask.ShowModal() != wxID_OK)
        return;
    std::string const file = kit::utf8(ask.GetPath());
    int const answer = wxMessageBox(
        "Only say what would happen? Choose No to add the patients now; then either all rows are taken or none.",
        "Rehearse first?", wxYES_NO | wxCANCEL, this);
    if (answer != wxCANCEL)
        presenter_.import_list(file, answer == wxYES ? ImportMode::Rehearse : ImportMode::Import);
}

void SettingsPage::refill()
{
    filled_ = true;
    auto const& settings = presenter_.state().settings;
    auto const value = [&](char const* key) {
        auto const found = settings.find(key);
        return found == settings.end() ? wxString{} : wide(found->second);
    };
    auto const fill = [&](kit::Form const& form, auto const& keys) {
        for (char const* const key : keys)
            if (auto* const text = dynamic_cast<wxTextCtrl*>(form.field(key)))
                text->ChangeValue(value(key));
    };
    fill(*clinic_, clinic_keys);
    fill(*backup_, backup_keys);
    booking_->refill(settings);
    daily_->SetValue(value("backup.daily") == "1");
}

void SettingsPage::draw()
{
    SettingsState const& state = presenter_.state();
    if (state.loaded && !filled_)
        refill();
    std::vector<kit::ListRow> rows;
    for (User const& user : state.users)
        rows.push_back(
            {{wide(user.name_with_credentials()), wide(user.details().login), wide(label(user.details().role)),
                 kit::ListCell{user.details().active ? "" : "inactive", Meaning::Muted}},
                user.details().active ? kit::RowLook::Plain : kit::RowLook::Faint});
    people_->set_rows(std::move(rows));
    keep_->Enable(state.may_manage_clinic && !state.busy);
    booking_->allow(state.may_manage_clinic && !state.busy);
    admit_->Enable(state.may_manage_users && !state.busy);
    new_password_->Enable(state.may_manage_users && !state.busy);
    dismiss_->Enable(state.may_manage_users && !state.busy);
    back_up_->Enable(state.may_back_up && !state.busy);
    back_up_now_->Enable(state.may_back_up && !state.busy);
    keep_backups_->Enable(state.may_manage_clinic && !state.busy);
    backup_words_->set(wide(state.backup));
    for (kit::Form* const form : {clinic_, &booking_->form(), backup_, person_, password_})
        form->clear_faults();
    forget_what_is_done();
    wxString words = wide(state.busy ? "One moment …" : state.notice);
    for (Refusal const& complaint : state.complaints) {
        kit::Form* const owner = clinic_->field(complaint.field)                 ? clinic_
            : booking_->form().field(complaint.field)                            ? &booking_->form()
            : backup_->field(complaint.field)                                    ? backup_
            : password_->field(complaint.field) && complaint.field != "password" ? password_
            : person_->field(complaint.field)                                    ? person_
                                                                                 : nullptr;
        if (owner)
            owner->show({complaint.reason, complaint.field, complaint.message, {}});
        else
            words += kit::translated(complaint.message);
    }
    notice_->set(words, state.complaints.empty() ? Meaning::Reached : Meaning::Stop);
    notice_->Show(!words.empty());
    Layout();
    scroll_->FitInside();
}

void SettingsPage::forget_what_is_done()
{
    SettingsState const& state = presenter_.state();
    auto const forget = [](kit::Form& form, std::initializer_list<char const*> fields) {
        for (char const* const field : fields)
            if (auto* const text = dynamic_cast<wxTextCtrl*>(form.field(field)))
                text->Clear();
    };
    if (std::exchange(passwords_changed_, state.passwords_changed) != state.passwords_changed)
        forget(*password_, {"old_password", "new_password", "password_again"});
    if (std::exchange(people_admitted_, state.people_admitted) != state.people_admitted)
        forget(*person_, {"full_name", "credentials", "login", "password"});
}

} // namespace plumbline::app::gui
