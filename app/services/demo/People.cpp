// SPDX-License-Identifier: Apache-2.0
#include "app/services/demo/People.hpp"

#include <string_view>

namespace plumbline::app::demo {

namespace {

/// Given names belong to a family name's language, so that people sound like people.
struct Names {
    std::string_view language;
    std::string_view family[6];
    std::string_view female[5];
    std::string_view male[5];
};

constexpr Names worlds[] = {
    {"en", {"Adams", "Baker", "Fletcher", "Meyer", "O'Neill", "Whitcombe"}, {"Ada", "Grace", "Lena", "Ruth", "Ivy"},
        {"Tom", "Lee", "Walter", "Owen", "Miles"}},
    {"es", {"Núñez", "Silva", "Ñandú", "García Márquez", "Ibáñez", "Peña"},
        {"Inés", "Lucía", "Concepción", "Noemí", "Rocío"}, {"Rui", "Andrés", "José", "Martín", "Ángel"}},
    {"pl", {"Łukaszewicz", "Żak", "Świątek", "Dąbrowska", "Wójcik", "Kępa"},
        {"Małgorzata", "Zofia", "Grażyna", "Jadwiga", "Agnieszka"},
        {"Łukasz", "Paweł", "Stanisław", "Michał", "Grzegorz"}},
    {"de", {"Müller", "Bauer", "Groß", "Jäger", "Schröder", "Köhler"},
        {"Käthe", "Jürgen-Maria", "Annelies", "Birgit", "Heike"}, {"Jürgen", "Karl-Heinz", "Björn", "Götz", "Ulrich"}},
    {"vi", {"Tran", "Nguyễn", "Phạm", "Lê", "Đặng", "Vũ"}, {"Thị Hồng", "Mai", "Ánh", "Ngọc", "Thảo"},
        {"Văn", "Đức", "Minh", "Hùng", "Tuấn"}},
    {"ar", {"Haddad", "Khalil", "al-Masri", "Nasser", "Saleh", "Mansour"},
        {"Nour", "Layla", "Hanan", "Salma", "Mariam"}, {"Omar", "Karim", "Yusuf", "Tariq", "Samir"}},
    {"he", {"Cohen", "Levi", "Mizrahi", "Peretz", "Ben-David", "Katz"}, {"Noa", "Yael", "Tamar", "Shira", "Rivka"},
        {"Avi", "Eitan", "Yosef", "Amir", "Gal"}},
    {"ko", {"Park", "Kim", "Lee", "Choi", "Jung", "Kang"}, {"Soo-ah", "Ji-woo", "Min-seo", "Hye-jin", "Eun-ji"},
        {"Jae", "Min-jun", "Seung-ho", "Dong-hyun", "Tae-yang"}},
    {"sv", {"Lindqvist", "Åkesson", "Sjögren", "Öberg", "Nyström", "Håkansson"},
        {"Maja", "Åsa", "Märta", "Elsa", "Kerstin"}, {"Göran", "Björn", "Åke", "Sören", "Nils"}},
    {"cs", {"Novak", "Dvořák", "Němcová", "Šťastný", "Procházka", "Růžička"},
        {"Božena", "Jiřina", "Růžena", "Kateřina", "Hana"}, {"Petr", "Jiří", "Zdeněk", "Ondřej", "Tomáš"}},
    {"ig", {"Okafor", "Chukwu", "Eze", "Nwosu", "Obi", "Uzoma"}, {"Ada", "Ngozi", "Chidinma", "Ifeoma", "Amara"},
        {"Emeka", "Chinedu", "Obinna", "Ikenna", "Uche"}},
    {"pt", {"Araújo", "Conceição", "Brandão", "Guimarães", "Simões", "Magalhães"},
        {"Conceição", "Fátima", "Inês", "Graça", "Luísa"}, {"João", "Tomé", "Sérgio", "Nuno", "Álvaro"}},
};

constexpr std::string_view streets[] = {"Harbor Street", "Mill Lane", "Chestnut Avenue", "Station Road", "Orchard Way",
    "Juniper Court", "Quarry Hill", "Ferry Landing"};
constexpr std::string_view towns[] = {"Portland", "South Portland", "Westbrook", "Falmouth", "Scarborough", "Gorham"};
constexpr std::string_view payers[] = {
    "Medicare", "Blue Harbor PPO", "Pine State Health", "Granite Mutual", "Self-pay"};
constexpr std::string_view wishes[] = {"exercise over hands-on", "hands-on first, then exercise", "short home program",
    "early mornings", "written instructions", "no prone positions"};

struct Job {
    std::string_view title;
    PhysicalDemand demand;
};
constexpr Job jobs[] = {{"office clerk", PhysicalDemand::Sedentary}, {"nurse", PhysicalDemand::Medium},
    {"carpenter", PhysicalDemand::Heavy}, {"teacher", PhysicalDemand::Light},
    {"warehouse picker", PhysicalDemand::VeryHeavy}, {"software developer", PhysicalDemand::Sedentary},
    {"fisherman", PhysicalDemand::VeryHeavy}, {"cook", PhysicalDemand::Medium}, {"bus driver", PhysicalDemand::Light}};

struct Health {
    std::string_view condition, medication;
    MedicationFlag flag;
    int age_from;
};
constexpr Health healths[] = {{"cardiac-pacemaker", "", MedicationFlag::None, 55},
    {"anticoagulant", "apixaban", MedicationFlag::Anticoagulant, 50},
    {"diabetes-neuropathy", "insulin glargine", MedicationFlag::Insulin, 45},
    {"osteoporosis", "alendronate", MedicationFlag::Bisphosphonate, 60},
    {"epilepsy", "levetiracetam", MedicationFlag::None, 18}, {"raynaud", "", MedicationFlag::None, 25},
    {"stable-heart-disease", "metoprolol", MedicationFlag::BetaBlocker, 50},
    {"impaired-sensation", "", MedicationFlag::None, 40}};

bool has(std::vector<Precaution> const& precautions, std::string_view condition)
{
    for (Precaution const& precaution : precautions)
        if (precaution.condition == condition)
            return true;
    return false;
}

void add_health(Dice& dice, Patient::Details& details, int age)
{
    for (Health const& health : healths) {
        if (age < health.age_from || !dice.percent(9) || has(details.precautions, health.condition))
            continue;
        if (condition_from_code(health.condition))
            details.precautions.push_back({std::string{health.condition}, {}});
        if (!health.medication.empty())
            details.medications.push_back({std::string{health.medication}, "as prescribed", {}, health.flag});
    }
    if (dice.percent(12))
        details.allergies.push_back({"adhesive tape", "rash"});
}

std::string phone(Dice& dice)
{
    std::string const last = std::to_string(dice.between(0, 99));
    return "207-555-01" + (last.size() < 2 ? "0" + last : last);
}

void add_coverage(Dice& dice, Patient::Details& details, int age)
{
    details.coverage.payer = age >= 65 ? payers[0] : dice.pick(payers);
    details.coverage.unit_rule = details.coverage.payer == payers[0] ? UnitRule::Cms : UnitRule::Ama;
    details.coverage.member_id = "DEMO" + std::to_string(dice.between(100000, 999999));
    if (details.coverage.payer != payers[4])
        details.coverage.visits_authorized = dice.between(4, 8) * 3;
}

} // namespace

Patient::Details person(Dice& dice, Scenario const& scenario, Date today)
{
    Names const& world = dice.pick(worlds);
    bool const female = scenario.only == Sex::Female || (scenario.only == Sex::Unknown && dice.percent(54));
    int const age = dice.between(scenario.age_low, scenario.age_high);
    Patient::Details details;
    details.name.family = dice.pick(world.family);
    details.name.given = female ? dice.pick(world.female) : dice.pick(world.male);
    details.sex = female ? Sex::Female : Sex::Male;
    details.language = world.language == "es" ? "es" : "en";
    details.birth_date = plus_days(today, -(age * 365 + age / 4 + dice.between(1, 364)));
    details.contact.phone = phone(dice);
    details.contact.mobile = dice.percent(70) ? phone(dice) : "";
    details.contact.email = "patient" + std::to_string(dice.between(1000, 99999)) + "@example.org";
    details.contact.street = std::to_string(dice.between(1, 240)) + ' ' + std::string{dice.pick(streets)};
    details.contact.city = dice.pick(towns);
    details.contact.region = "ME";
    details.contact.postal_code = "0410" + std::to_string(dice.between(1, 9));
    details.contact.country = "US";
    details.emergency = {std::string{dice.pick(world.female)} + ' ' + details.name.family, "family", phone(dice)};
    Job const& job = dice.pick(jobs);
    details.occupation = age >= 67 ? "retired" : std::string{job.title};
    details.demand = age >= 67 ? PhysicalDemand::Light : job.demand;
    details.treatment_preferences = dice.pick(wishes);
    if (!scenario.condition.empty() && condition_from_code(scenario.condition))
        details.precautions.push_back({std::string{scenario.condition}, {}});
    add_health(dice, details, age);
    add_coverage(dice, details, age);
    return details;
}

std::vector<User::Details> staff()
{
    return {
        {"mkim", "Mina Kim", "PT, DPT", "", Role::Therapist, true},
        {"jokafor", "Joseph Okafor", "PT", "", Role::Therapist, true},
        {"pnair", "Priya Nair", "PTA", "", Role::Assistant, true},
        {"lcosta", "Luís Costa", "", "", Role::FrontDesk, true},
        {"hbrandt", "Hanna Brandt", "", "", Role::Manager, true},
    };
}

std::vector<ReferringProviderDetails> referrers()
{
    return {
        {"Helga Brandt", "MD", "", "Casco Bay Family Medicine", "207-555-0171", "207-555-0172",
            "3 Ferry Landing, Portland, ME"},
        {"Samuel Adeyemi", "DO", "", "Harbor Spine Center", "207-555-0173", "", "90 Quarry Hill, Portland, ME"},
        {"Mei-Ling Chao", "MD", "", "Pine State Orthopedics", "207-555-0174", "", "12 Mill Lane, Westbrook, ME"},
        {"Zoë Whitaker", "NP", "", "Gorham Primary Care", "207-555-0175", "", "5 Station Road, Gorham, ME"},
        {"André Lefèvre", "MD", "", "Falmouth Women's Health", "207-555-0176", "", "41 Orchard Way, Falmouth, ME"},
    };
}

std::vector<ServiceCode> fee_schedule()
{
    // Labels are our own; the numbers appear only here, in invented data.
    return {
        {"97110", "Exercise", true, Modality::Exercise},
        {"97112", "Movement and balance training", true, {}},
        {"97140", "Hands-on treatment", true, Modality::Mobilization},
        {"97124", "Massage", true, Modality::Massage},
        {"97035", "Ultrasound", true, Modality::Ultrasound},
        {"97034", "Contrast", true, Modality::ContrastBath},
        {"97530", "Everyday activities", true, {}},
        {"97010", "Hot or cold pack", false, Modality::HotPack},
        {"97012", "Traction by machine", false, Modality::LumbarTraction},
        {"97014", "Electrical stimulation", false, Modality::Tens},
        {"97161", "Evaluation", false, {}},
    };
}

} // namespace plumbline::app::demo
