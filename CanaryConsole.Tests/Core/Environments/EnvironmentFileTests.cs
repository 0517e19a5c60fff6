using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Environments;

public sealed class EnvironmentFileTests
{
    [Fact]
    public void Read_ThePublishedExample_GivesItsEnvironments()
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "environments.example.yaml"));

        var read = Assert.IsType<EnvironmentReading.Read>(EnvironmentFile.Read(text));

        Assert.Equal(["dev", "staging", "prod"], read.Environments.Select(environment => environment.Name));
        var prod = read.Environments[2];
        Assert.Equal((2, false, new PredecessorRule("dev", TimeSpan.FromHours(24)), false, false), (prod.Approvals, prod.SelfApproval, prod.Predecessor!, prod.PendingAllowed, prod.ArtifactOverrideAllowed));
        Assert.Equal([Strategy.Canary, Strategy.Linear, Strategy.Shadow, Strategy.AbHold], prod.Strategies!);
    }

    [Fact]
    public void Read_OnlyNameAndEndpoints_AsksNothing()
    {
        var read = Assert.IsType<EnvironmentReading.Read>(EnvironmentFile.Read("environments:\n  - name: dev\n    endpoints: [\"*\"]\n"));

        var dev = Assert.Single(read.Environments);
        Assert.Equal((0, false, null, null, false, false), (dev.Approvals, dev.SelfApproval, dev.Predecessor, dev.Strategies, dev.PendingAllowed, dev.ArtifactOverrideAllowed));
    }

    [Theory]
    [InlineData("approvals: 11", 4, "environments[0].approvals", "Line 4: environments[0].approvals is 11; it must be between 0 and 10.")]
    [InlineData("approvals: -1", 4, "environments[0].approvals", "Line 4: environments[0].approvals is -1; it must be between 0 and 10.")]
    [InlineData("approvals: two", 4, "environments[0].approvals", "Line 4: environments[0].approvals is \"two\": it must be a whole number.")]
    [InlineData("approval: 1", 4, "environments[0].approval", "Line 4: environments[0].approval is not a field that belongs here: check its spelling, or leave it out.")]
    [InlineData("strategies: []", 4, "environments[0].strategies", "Line 4: environments[0].strategies is empty, so nothing could ever start; name what is allowed, or leave it out for all.")]
    [InlineData("strategies: [canary, canary]", 4, "environments[0].strategies", "Line 4: environments[0].strategies names a strategy twice.")]
    [InlineData("predecessor: { environment: dev, forHours: 1 }", 4, "environments[0].predecessor.environment", "Line 4: environments[0].predecessor.environment is \"dev\", but no environment stands above prod.")]
    public void Read_OneWrongField_NamesLineFieldValueAndBound(string line, int number, string field, string sentence)
    {
        var faulty = Assert.IsType<EnvironmentReading.Faulty>(EnvironmentFile.Read($"environments:\n  - name: prod\n    endpoints: [media-ranker]\n    {line}\n"));

        Assert.Equal((number, field, sentence), (faulty.Line, faulty.Field, faulty.Reason));
    }

    [Theory]
    [InlineData("Prod", "environments[0].name is \"Prod\"; a name is 1 to 32 lower-case letters, digits and inner hyphens.")]
    [InlineData("prod-", "environments[0].name is \"prod-\"; a name is 1 to 32 lower-case letters, digits and inner hyphens.")]
    [InlineData("a12345678901234567890123456789012", "environments[0].name is \"a12345678901234567890123456789012\"; a name is 1 to 32 lower-case letters, digits and inner hyphens.")]
    public void Read_NameOutsideItsLetters_IsRefused(string name, string reason)
    {
        var faulty = Assert.IsType<EnvironmentReading.Faulty>(EnvironmentFile.Read($"environments:\n  - name: {name}\n    endpoints: [media-ranker]\n"));

        Assert.Equal($"Line 2: {reason}", faulty.Reason);
    }

    [Theory]
    [InlineData("dev", "0", "environments[1].predecessor.forHours is 0; it must be above 0 and at most 2160 (90 days).")]
    [InlineData("dev", "2161", "environments[1].predecessor.forHours is 2161; it must be above 0 and at most 2160 (90 days).")]
    [InlineData("prod", "1", "environments[1].predecessor.environment is \"prod\"; it must be one that stands above prod: dev.")]
    public void Read_PredecessorOutOfBounds_IsRefused(string environment, string hours, string reason)
    {
        var faulty = Assert.IsType<EnvironmentReading.Faulty>(EnvironmentFile.Read(
            $"environments:\n  - name: dev\n    endpoints: [\"*-dev\"]\n  - name: prod\n    endpoints: [\"*\"]\n    predecessor:\n      environment: {environment}\n      forHours: {hours}\n"));

        Assert.EndsWith(reason, faulty.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoOfOneName_IsRefused()
    {
        var faulty = Assert.IsType<EnvironmentReading.Faulty>(EnvironmentFile.Read("environments:\n  - name: dev\n    endpoints: [a]\n  - name: dev\n    endpoints: [b]\n"));

        Assert.Equal("Line 4: environments[1].name is \"dev\", which another environment is called already.", faulty.Reason);
    }

    [Theory]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("")]
    public void Read_PatternThatNoEndpointCanHave_IsRefused(string pattern)
    {
        var faulty = Assert.IsType<EnvironmentReading.Faulty>(EnvironmentFile.Read($"environments:\n  - name: dev\n    endpoints:\n      - media-ranker\n      - \"{pattern}\"\n"));

        Assert.Equal($"Line 5: environments[0].endpoints[1] is \"{pattern}\"; a pattern is 1 to 100 letters, digits and hyphens of an endpoint's name, * for any.", faulty.Reason);
    }

    [Fact]
    public void Of_TwoPatternsThatFit_TheFirstEnvironmentHasTheEndpoint()
    {
        var directory = new EnvironmentDirectory([new DeploymentEnvironment("dev", ["*-dev"]), new DeploymentEnvironment("prod", ["media-*"])]);

        Assert.Equal(("dev", "prod", null), (directory.Of("media-ranker-dev")?.Name, directory.Of("media-ranker")?.Name, directory.Of("search-embeddings")?.Name));
    }
}
