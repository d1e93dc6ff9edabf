// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/DetailsPanel.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FormKeeping.hpp"
#include "domain/clinical/Contraindications.hpp"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <array>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr std::array sexes{Sex::Unknown, Sex::Female, Sex::Male, Sex::Other};
constexpr std::array demands{PhysicalDemand::Unknown, PhysicalDemand::Sedentary, PhysicalDemand::Light,
    PhysicalDemand::Medium, PhysicalDemand::Heavy, PhysicalDemand::VeryHeavy};
constexpr std::array rules{UnitRule::Cms, UnitRule::Ama};

template <class All>
std::vector<wxString> words(All const& all)
{
    std::vector<wxString> out;
    for (auto const value : all)
        out.push_back(wide(label(value)));
    return out;
}

template <class All>
auto chosen(wxChoice const* choice, All const& all)
{
    return all.at(static_cast<std::size_t>(std::max(choice->GetSelection(), 0)));
}

template <class All, class Value>
void choose(wxChoice* choice, All const& all, Value value)
{
    choice->SetSelection(static_cast<int>(std::ranges::find(all, value) - all.begin()));
}

} // namespace

DetailsPanel::DetailsPanel(wxWindow* parent, std::function<void(PatientId)> kept)
    : kit::Area{parent}
    , kept_{std::move(kept)}
{
    build();
}

DetailsPanel::~DetailsPanel() = default;

wxTextCtrl* DetailsPanel::text(wxString const& label, std::string_view field)
{
    auto* const made = form_->text(label, field);
    texts_.emplace(field, made);
    return made;
}

void DetailsPanel::build()
{
    auto* const card = new kit::Card{this, "Patient"};
    scroll_ =
        new wxScrolledWindow{card->content(), wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
    scroll_->SetScrollRate(0, FromDIP(step::l));
    form_ = new kit::Form{scroll_, kit::Form::Columns::Two};
    build_person();
    build_treatment();
    auto* const inside = new wxBoxSizer{wxVERTICAL};
    inside->Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::m));
    scroll_->SetSizer(inside);
    card->add(scroll_, 1);
    auto* const end = new wxBoxSizer{wxHORIZONTAL};
    state_ = new kit::TextLine{card->content(), {}, Meaning::Muted, kit::Size::Caption};
    keep_anyway_ =
        new kit::PlainButton{card->content(), "Keep all the same", [this] { presenter_->keep(Duplicates::Accept); }};
    keep_ = new kit::PrimaryButton{card->content(), "Keep patient", "Ctrl+S", [this] { presenter_->keep(); }};
    end->Add(state_, 1, wxALIGN_CENTER_VERTICAL);
    end->Add(keep_anyway_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    end->Add(keep_, 0, wxALIGN_CENTER_VERTICAL);
    card->add_padded(end);
    auto* const banner = new kit::Banner{this};
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(banner, 0, wxEXPAND | wxTOP, FromDIP(step::s));
    all->Add(card, 1, wxEXPAND | wxALL, FromDIP(step::m));
    SetSizer(all);
    keeping_ = std::make_unique<FormKeeping>(*banner, does(presenter_, [this] { presenter_->keep(); }));
    for (auto const& [name, field] : texts_)
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
    for (wxTextCtrl* const field : {precautions_, medications_, allergies_, preferences_})
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
    for (wxChoice* const choice : {sex_, demand_, rule_})
        choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { take(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { event.Skip(!key(event)); });
}

bool DetailsPanel::key(wxKeyEvent const& event)
{
    return presenter_ && keeping_->key(event);
}

void DetailsPanel::build_person()
{
    text("Family name", "name.family");
    text("Given name", "name.given");
    text("Called", "name.preferred");
    text("Birth date", "birth_date")->SetHint("3/14/1979");
    sex_ = form_->choice("Sex", "sex", words(sexes));
    text("Record number", "record_number")->SetHint("the next one");
    form_->section("Contact");
    text("Phone", "contact.phone");
    text("Mobile", "contact.mobile");
    text("E-mail", "contact.email");
    text("Street", "contact.street");
    text("City", "contact.city");
    text("State", "contact.region");
    text("Postal code", "contact.postal_code");
    text("Language", "language");
    form_->section("In an emergency");
    text("Name", "emergency.name");
    text("Relation", "emergency.relation");
    text("Telephone", "emergency.phone");
    form_->section("Payer");
    text("Payer", "coverage.payer");
    text("Member id", "coverage.member_id");
    rule_ = form_->choice("Counts units by", "coverage.unit_rule", words(rules));
    text("Visits authorized", "coverage.visits_authorized")->SetHint("no limit");
}

void DetailsPanel::build_treatment()
{
    form_->section("Work and wishes");
    text("Occupation", "occupation");
    demand_ = form_->choice("Physical demand", "demand", words(demands));
    preferences_ = form_->multiline("Treatment preferences", "treatment_preferences", 2);
    form_->section("What limits treatment");
    std::vector<wxString> known{wide("choose to add one …")};
    for (Condition const& condition : conditions())
        known.push_back(wide(condition.label));
    condition_ = form_->choice("Known condition", "condition", known);
    precautions_ = form_->multiline("Precautions, one a line", "precautions", 3);
    medications_ = form_->multiline("Medications, one a line", "medications", 3);
    medications_->SetHint("name; dose; reason; anticoagulant");
    allergies_ = form_->multiline("Allergies, one a line", "allergies", 2);
    allergies_->SetHint("substance; reaction");
    form_->section("Consent");
    text("To treatment, on", "consent.treatment");
    text("Privacy notice, on", "consent.privacy_notice");
    text("To messages, on", "consent.messages");
    condition_->SetSelection(0);
    condition_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        int const index = condition_->GetSelection() - 1;
        if (index < 0)
            return;
        wxString lines = precautions_->GetValue();
        if (!lines.empty() && !lines.EndsWith("\n"))
            lines += "\n";
        precautions_->SetValue(lines + wide(conditions()[static_cast<std::size_t>(index)].label));
        condition_->SetSelection(0);
    });
}

void DetailsPanel::show(std::unique_ptr<PatientFormPresenter> presenter)
{
    presenter_ = std::move(presenter);
    redraw_ = presenter_->changed.connect([this] { draw(); });
    stored_ = presenter_->kept.connect([this](PatientId id) { kept_(id); });
    refill();
    draw();
}

void DetailsPanel::take_keyboard()
{
    texts_.at("name.family")->SetFocus();
}

void DetailsPanel::take()
{
    if (!filling_ && presenter_)
        presenter_->edit(read());
}

void DetailsPanel::keep()
{
    if (presenter_)
        presenter_->keep();
}

void DetailsPanel::undo()
{
    if (presenter_)
        presenter_->undo();
}

void DetailsPanel::redo()
{
    if (presenter_)
        presenter_->redo();
}

PatientFields DetailsPanel::read() const
{
    PatientFields fields = presenter_->state().fields;
    auto const typed = [this](char const* name) { return kit::utf8(texts_.at(name)->GetValue()); };
    fields.record_number = typed("record_number");
    fields.family = typed("name.family");
    fields.given = typed("name.given");
    fields.preferred = typed("name.preferred");
    fields.birth_date = typed("birth_date");
    fields.sex = chosen(sex_, sexes);
    fields.contact = {typed("contact.phone"), typed("contact.mobile"), typed("contact.email"), typed("contact.street"),
        typed("contact.city"), typed("contact.region"), typed("contact.postal_code"), fields.contact.country};
    fields.language = typed("language");
    fields.emergency = {typed("emergency.name"), typed("emergency.relation"), typed("emergency.phone")};
    fields.payer = typed("coverage.payer");
    fields.member_id = typed("coverage.member_id");
    fields.unit_rule = chosen(rule_, rules);
    fields.visits_authorized = typed("coverage.visits_authorized");
    fields.occupation = typed("occupation");
    fields.demand = chosen(demand_, demands);
    fields.preferences = kit::utf8(preferences_->GetValue());
    fields.precautions = kit::utf8(precautions_->GetValue());
    fields.medications = kit::utf8(medications_->GetValue());
    fields.allergies = kit::utf8(allergies_->GetValue());
    fields.consent_treatment = typed("consent.treatment");
    fields.consent_privacy = typed("consent.privacy_notice");
    fields.consent_messages = typed("consent.messages");
    return fields;
}

void DetailsPanel::refill()
{
    filling_ = true;
    PatientFields const& f = presenter_->state().fields;
    auto const put = [this](char const* name, std::string const& value) { show_text(texts_.at(name), value); };
    put("record_number", f.record_number);
    put("name.family", f.family);
    put("name.given", f.given);
    put("name.preferred", f.preferred);
    put("birth_date", f.birth_date);
    choose(sex_, sexes, f.sex);
    put("contact.phone", f.contact.phone);
    put("contact.mobile", f.contact.mobile);
    put("contact.email", f.contact.email);
    put("contact.street", f.contact.street);
    put("contact.city", f.contact.city);
    put("contact.region", f.contact.region);
    put("contact.postal_code", f.contact.postal_code);
    put("language", f.language);
    put("emergency.name", f.emergency.name);
    put("emergency.relation", f.emergency.relation);
    put("emergency.phone", f.emergency.phone);
    put("coverage.payer", f.payer);
    put("coverage.member_id", f.member_id);
    choose(rule_, rules, f.unit_rule);
    put("coverage.visits_authorized", f.visits_authorized);
    put("occupation", f.occupation);
    choose(demand_, demands, f.demand);
    show_text(preferences_, f.preferences);
    show_text(precautions_, f.precautions);
    show_text(medications_, f.medications);
    show_text(allergies_, f.allergies);
    put("consent.treatment", f.consent_treatment);
    put("consent.privacy_notice", f.consent_privacy);
    put("consent.messages", f.consent_messages);
    filling_ = false;
}

void DetailsPanel::draw()
{
    PatientFormState const& state = presenter_->state();
    // After undoing, restoring or keeping, the fields follow; while somebody types they say the same already.
    if (read() != state.fields)
        refill();
    texts_.at("record_number")->Enable(state.fresh);
    keeping_->draw(state, {form_});
    keep_anyway_->Show(state.doubtful);
    keep_->Enable(!state.busy);
    state_->set({{FormKeeping::words(state), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    Layout();
    scroll_->FitInside();
}

} // namespace plumbline::app::gui
