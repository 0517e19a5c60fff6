using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What the endpoint's environment asked for when the rollout was planned. It is part of the plan, so its digest covers it: a file that changes later changes nothing of it.</summary>
/// <param name="Name">As in "prod".</param>
/// <param name="Approvals">How many different people must approve before anything is prepared, 0 to 10.</param>
/// <param name="SelfApproval">Whether whoever starts it may be one of them.</param>
/// <param name="Evidence">That the same package served where it had to; null where nothing had to come before.</param>
/// <param name="Artifact">Of the challenger's artifact as it was then; null where nobody must approve, or nobody tells one.</param>
public sealed record PlanEnvironment(string Name, int Approvals, bool SelfApproval, ServedEvidence? Evidence = null, ArtifactDigest? Artifact = null);
