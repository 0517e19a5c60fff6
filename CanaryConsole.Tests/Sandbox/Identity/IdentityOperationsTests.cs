using System.Text.Json;
using CanaryConsole.Tests.Sandbox.RealClients;

namespace CanaryConsole.Tests.Sandbox.Identity;

public sealed class IdentityOperationsTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [CommandFact("aws")]
    public async Task GetCallerIdentity_FromTheCommandLine_NamesTheAccount()
    {
        var (_, output, error) = await RunAsync("get-caller-identity");

        Assert.True(output.Length > 0, error);
        Assert.Equal("123456789012", JsonSerializer.Deserialize<JsonElement>(output).GetProperty("Account").GetString());
    }

    [CommandFact("aws")]
    public async Task AssumeRole_FromTheCommandLine_GivesCredentialsThatExpire()
    {
        var (_, output, error) = await RunAsync("assume-role", "--role-arn", "arn:aws:iam::123456789012:role/deploy/canary", "--role-session-name", "me", "--duration-seconds", "900");

        Assert.True(output.Length > 0, error);
        var answer = JsonSerializer.Deserialize<JsonElement>(output);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/canary/me", answer.GetProperty("AssumedRoleUser").GetProperty("Arn").GetString());
        Assert.StartsWith("ASIA", answer.GetProperty("Credentials").GetProperty("AccessKeyId").GetString(), StringComparison.Ordinal);
        Assert.True(answer.GetProperty("Credentials").GetProperty("Expiration").GetDateTimeOffset() > TimeProvider.System.GetUtcNow().AddMinutes(14));
    }

    [CommandFact("aws")]
    public async Task AssumeRole_WhatIsNoRole_IsRefused()
    {
        var (exitCode, _, error) = await RunAsync("assume-role", "--role-arn", "arn:aws:iam::123456789012:user/x", "--role-session-name", "me");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("(ValidationError) when calling the AssumeRole operation: arn:aws:iam::123456789012:user/x is invalid", error, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        ExternalCommand.RunAsync("aws", ["--endpoint-url", sandbox.Address.ToString(), "--output", "json", "sts", .. arguments]);
}
