// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/EarlierVisitPresenter.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/services/Chart.hpp"
#include "app/services/Desk.hpp"

#include <cstdint>
#include <functional>
#include <optional>

class wxWindow;

namespace plumbline::app::gui {

/// Asks for a new patient; the one that was kept.
[[nodiscard]] std::optional<PatientId> add_patient(wxWindow* parent, Desk& desk);
/// Where a change of an episode begins: in its form, or in one of its searches.
enum class EpisodeBegin : std::uint8_t { Form, Diagnosis, Referrer };
/// Starts an episode, or changes the given one, referred by this name; the one that was kept.
[[nodiscard]] std::optional<EpisodeId> edit_episode(wxWindow* parent, Desk& desk, Patient const& patient,
    Episode const* episode, std::string referrer = {}, EpisodeBegin begin = EpisodeBegin::Form);
/// Asks for day and reason; true when the chart's episode was discharged.
[[nodiscard]] bool discharge_episode(wxWindow* parent, Desk& desk, Chart const& chart, Names names);
/// Asks when a visit was that is written down late.
[[nodiscard]] std::optional<EarlierVisit> ask_earlier_visit(wxWindow* parent, Desk& desk, EpisodeId episode);
/// Preview of the episode's progress report; produced tells that one was kept in the chart.
void preview_report(wxWindow* parent, Desk& desk, PatientId patient, EpisodeId episode, std::function<void()> produced);
/// A produced document as it was printed, to look at, print or save; its facts where only the PDF was kept.
void view_document(wxWindow* parent, Desk& desk, PatientId patient, DocumentId document);
/// The figures that a decision follows from; the visit that was chosen to be opened.
[[nodiscard]] std::optional<VisitId> see_decision_facts(
    wxWindow* parent, Desk& desk, PatientId patient, EpisodeId episode, Names names);
/// Asks why a decision waits and until when; the day on which it is asked again, when it was put off.
[[nodiscard]] std::optional<Date> put_off_decision(
    wxWindow* parent, Desk& desk, PatientId patient, EpisodeId episode, Names names);
/// Who did what and when.
void see_audit_log(wxWindow* parent, Desk& desk, Names names);

} // namespace plumbline::app::gui
