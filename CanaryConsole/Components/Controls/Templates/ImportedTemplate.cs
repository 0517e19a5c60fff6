using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Components.Controls.Templates;

/// <summary>A plan file that was read, with the name it shall have.</summary>
public sealed record ImportedTemplate(string Name, RolloutRequest Plan);
