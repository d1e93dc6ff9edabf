// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/ContraindicationTable.hpp"

#include <algorithm>

namespace plumbline::contraindications {

namespace {

// Houghton: Houghton, Nussbaum & Hoens, Physiother Can 2010;62(5). Cameron: Physical Agents in Rehabilitation.
// Watson: Watson & Nussbaum, Electrophysical Agents 2020. Manuals: operators' manuals of electrotherapy devices.
// The textbooks conflict in many cells; the stricter one is kept.
constexpr std::array<Row, row_count> matrix{{
    {{"cardiac-pacemaker", "cardiac pacemaker / ICD",
         "device manuals: no electrical stimulation with active implants, no ultrasound over chest or device; Houghton "
         "2010",
         true},
        "P...P...XL"},
    {{"implanted-neurostimulator", "implanted neurostimulator (e.g. spinal cord stimulator)",
         "device manuals: no ultrasound or diathermy anywhere on the body; Houghton 2010", true},
        "PPPXXP..XX"},
    {{"pregnancy", "pregnancy",
         "device manuals: no ultrasound over the uterus, no electrodes over the abdomen; Saunders traction guide; "
         "Houghton 2010",
         true},
        "PPPPLL.PLL"},
    {{"osteoporosis", "osteoporosis / fragility fracture history",
         "Cameron; Saunders traction guide, traction stricter here by house default", true},
        "PPPXX....."},
    {{"malignancy", "malignancy in or near the part (known or suspected)", "device manuals; Houghton 2010", true},
        "PLLXXLPLLL"},
    {{"cancer-history", "history of cancer, clear for more than 5 years", "Watson 2020", true}, ".PPPPP..PP"},
    {{"deep-vein-thrombosis", "active DVT / thrombophlebitis",
         "device manuals: no ultrasound over thrombophlebitis; Houghton 2010", true},
        "PLPPPL.LLL"},
    {{"impaired-sensation", "impaired or absent sensation",
         "device manuals; cryotherapy protocols: no cold on numb skin; Houghton 2010", true},
        ".P..PLLLLP"},
    {{"open-wound", "open wound / skin infection / dermatitis", "device manuals; contrast bath protocols", true},
        ".L..PLPLLL"},
    {{"anticoagulant", "anticoagulant therapy", "Houghton 2010; house default", true}, "PPPPP....P"},
    {{"bleeding-disorder", "bleeding disorder / active hemorrhage", "device manuals; Houghton 2010", true},
        "PLPXPL.LLL"},
    {{"spinal-instability", "spinal instability / acute fracture / unstable spondylolisthesis",
         "Saunders traction guide: fracture, hypermobile joint; Magee", true},
        "PPXXXP...."},
    {{"cauda-equina", "cauda equina syndrome or acute myelopathy",
         "stop and send the same day; Saunders traction guide: cord compression", false},
        "XXXXXXXXXX"},
    {{"diabetes", "diabetes without neuropathy", "ACSM; ADA 2016", true}, "P........."},
    {{"diabetes-neuropathy", "diabetes with neuropathy", "Houghton 2010", true}, "PPPPPLLLLP"},
    {{"unstable-heart-disease", "unstable angina / recent MI / decompensated heart failure",
         "ACSM; cryotherapy protocols: severe cardiopulmonary disease; contrast bath protocols: heart disease", true},
        "XPPXXXXXXP"},
    {{"stable-heart-disease", "stable cardiac disease", "ACSM; device manuals: no electrodes across the chest", true},
        "P...PPPPP."},
    {{"epilepsy", "epilepsy", "device manuals: no electrodes over head or neck", true}, "P..P....P."},
    {{"metal-implant", "metal implant in the field (screws/plates)", "Houghton 2010", true}, "...PPP...P"},
    {{"joint-replacement", "joint replacement with plastic/cement in the field", "device manuals; Houghton 2010", true},
        ".........L"},
    {{"spinal-fusion", "spinal fusion or recent spinal surgery (under 12 weeks or not cleared)",
         "Saunders traction guide; device manuals: laminectomy", true},
        "PPXXXP..PL"},
    {{"laminectomy", "laminectomy site (any time)", "device manuals", true}, "...PP....L"},
    {{"infection", "active infection / osteomyelitis / discitis / TB", "device manuals; Saunders traction guide", true},
        "PLXXXLPLLL"},
    {{"inflammatory-arthritis-flare", "inflammatory arthritis flare (RA, ankylosing spondylitis)",
         "Saunders traction guide: RA; Cameron", true},
        "PPPXXP.P.P"},
    {{"upper-cervical-laxity", "upper cervical ligament laxity (RA, Down, Marfan, EDS)", "Saunders traction guide",
         true},
        "PPPXX....."},
    {{"raynaud", "Raynaud / cold urticaria / cryoglobulinemia / paroxysmal cold hemoglobinuria",
         "cryotherapy protocols", true},
        "......XX.."},
    {{"peripheral-vascular-disease", "peripheral vascular disease / ischemic area",
         "device manuals; cryotherapy and contrast bath protocols", true},
        "PP..PLLLPL"},
    {{"uncontrolled-hypertension", "uncontrolled hypertension (over 200 systolic or 110 diastolic)",
         "ACSM; contrast bath protocols", true},
        "XPPPXPPXP."},
    {{"acute-injury", "acute injury / inflammation under 72 hours",
         "Saunders traction guide; Houghton 2010: pulsed ultrasound only", true},
        "PLPXXL.L.P"},
    {{"radiotherapy", "recent radiotherapy to the area", "device manuals", true}, "PLPXXLPLPL"},
    {{"cannot-report-sensation", "cannot report sensation / cannot follow instructions",
         "device manuals; Houghton 2010", true},
        "PPPXPLPLLP"},
    {{"aortic-aneurysm", "abdominal aortic aneurysm", "Cameron", true}, "XLPXXP..PL"},
    {{"hernia", "hiatal or abdominal hernia / COPD with belt intolerance", "Saunders traction guide", true},
        "P...P....."},
    {{"cervical-artery", "vertebrobasilar / cervical artery warning signs", "IFOMPT cervical framework", true},
        "PPXXX....."},
    {{"corticosteroids", "long-term systemic corticosteroids", "Saunders traction guide; Cameron", true}, "PPPXPPPPPP"},
    {{"growing-epiphysis", "growing epiphysis in the field", "device manuals", true}, "...PP....L"},
    {{"contact-allergy", "electrode/gel/latex/lotion allergy", "device manuals", true}, ".P......LP"},
    {{"peripheralizing-traction", "pain peripheralizes during traction", "Saunders traction guide", true},
        "....X....."},
    {{"chin-harness", "TMJ problem with chin harness / claustrophobia", "Saunders traction guide", true}, "....P....."},
    {{"no-consent", "no informed consent", "house rule, never overridden", false}, "XXXXXXXXXX"},
}};
static_assert(std::all_of(matrix.begin(), matrix.end(),
    [](Row const& row) { return row.cells.size() == static_cast<std::size_t>(Column::Us) + 1; }));

} // namespace

std::array<Row, row_count> const& rows() noexcept
{
    return matrix;
}

} // namespace plumbline::contraindications
