// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DecisionPresenter.hpp"

#include "app/presenters/Faults.hpp"

namespace plumbline::app {

namespace {

std::vector<std::string> standing_reasons()
{
    return {"The physician knows already", "Waiting for imaging or a specialist's opinion",
        "The patient wants to go on with treatment", "A new score is taken at the next visit", "Another reason"};
}

std::vector<DecisionState::Term> standing_terms()
{
    return {{"in a week", 7}, {"in two weeks", 14}, {"in four weeks", 28}, {"in eight weeks", longest_deferral_days}};
}

} // namespace

DecisionPresenter::DecisionPresenter(Desk& desk, PatientId patient, EpisodeId episode, Names names)
    : desk_{desk}
    , patient_{patient}
    , episode_{episode}
{
    state_.reasons = standing_reasons();
    state_.terms = standing_terms();
    desk_.read(
        alive_,
        [patient, episode](Records const& records, Context const& context) {
            return decision_facts(records, context, patient, episode);
        },
        [this, names](Result<DecisionFacts> facts) {
            if (facts) {
                state_.facts = std::move(*facts);
                state_.title = shown_name(state_.facts.row.name, names) + " · " + state_.facts.row.title;
                state_.loaded = true;
            } else {
                state_.complaints = each(facts.error());
            }
            changed();
        });
}

void DecisionPresenter::put_off(std::optional<std::size_t> reason, std::string const& more, std::size_t term)
{
    if (state_.busy || (reason && *reason >= state_.reasons.size()) || term >= state_.terms.size())
        return;
    if (!reason) {
        state_.complaints = each(Refusal{Refusal::Reason::Invalid, "why", tr_noop("Choose why it waits.")});
        return changed();
    }
    bool const own_words = *reason + 1 == state_.reasons.size();
    std::string words = own_words ? more : state_.reasons[*reason];
    if (!own_words && !more.empty())
        words += ": " + more;
    state_.busy = true;
    state_.complaints.clear();
    changed();
    DeferRequest request{.id = desk_.make<DeferralId>(),
        .patient = patient_,
        .episode = episode_,
        .until = plus_days(desk_.context().today(), state_.terms[term].days),
        .reason = std::move(words)};
    desk_.write(
        alive_,
        [request = std::move(request)](
            Records& records, Context const& context) { return put_off_decision(records, context, request); },
        [this](Result<void> kept) {
            state_.busy = false;
            if (!kept)
                state_.complaints = each(kept.error());
            changed();
            if (kept)
                put_off_now();
        });
}

} // namespace plumbline::app
