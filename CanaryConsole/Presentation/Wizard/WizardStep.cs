namespace CanaryConsole.Presentation.Wizard;

/// <summary>The steps of planning a rollout, in their order.</summary>
public enum WizardStep
{
    Candidate,
    Endpoint,
    Strategy,
    Guardrails,
    Capacity,
    SmokeTest,
    Review,
}
