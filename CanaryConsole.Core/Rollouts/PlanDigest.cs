using System.Security.Cryptography;
using System.Text.Json;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Fixes a plan: the lower-case hex SHA-256 of its JSON.</summary>
public static class PlanDigest
{
    public static string Of(RolloutPlan plan) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(plan, CoreJson.Options)));
}
