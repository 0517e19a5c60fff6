using CanaryConsole.Core.Monitoring;
using CanaryConsole.Hosting;
using CanaryConsole.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using SandboxOptions = CanaryConsole.Sandbox.SandboxOptions;

namespace CanaryConsole.Tests.Web;

public sealed class SettingsTests
{
    private const string NotYet = "refused until sign-in exists, because whoever reaches the console could move production traffic";

    [Theory]
    [InlineData("Sandbox:TimeScale", "abc", "Sandbox:TimeScale is \"abc\": it must be a number from 1 to 100, as in --Sandbox:TimeScale=30.")]
    [InlineData("Sandbox:TimeScale", "0.5", "Sandbox:TimeScale is \"0.5\": it must be a number from 1 to 100, as in --Sandbox:TimeScale=30.")]
    [InlineData("Sandbox:TimeScale", "NaN", "Sandbox:TimeScale is \"NaN\": it must be a number from 1 to 100, as in --Sandbox:TimeScale=30.")]
    [InlineData("Sandbox:Port", "70000", "Sandbox:Port is \"70000\": it must be a whole number from 1 to 65535, as in --Sandbox:Port=5091.")]
    [InlineData("Sandbox:TimeScal", "30", "Sandbox:TimeScal is not a setting of the console: did you mean Sandbox:TimeScale? --help lists them all.")]
    [InlineData("Sandbox:Behaviours:3:ErrorRate", "2", "Sandbox:Behaviours:3:ErrorRate is \"2\": it must be a number from 0 to 1, as in --Sandbox:Behaviours:3:ErrorRate=0.01.")]
    [InlineData("Sandbox:Behaviours:3:ErorRate", "2", "Sandbox:Behaviours:3:ErorRate is not a setting of the console: did you mean Sandbox:Behaviours:0:ErrorRate? --help lists them all.")]
    [InlineData("Storage:Whatever", "x", "Storage:Whatever is not a setting of the console: --help lists them all.")]
    [InlineData("Aws:Mode", "Azure", "Aws:Mode is \"Azure\": it must be Sandbox or Aws, as in --Aws:Mode=Sandbox.")]
    [InlineData("Aws:Region", "Mars", "Aws:Region is \"Mars\": it must be the name of an AWS region, such as eu-central-1.")]
    [InlineData("Monitoring:ActiveInterval", "10", "Monitoring:ActiveInterval is \"10\": it must be a duration hh:mm:ss from 00:00:01 to 00:05:00, as in --Monitoring:ActiveInterval=00:00:10.")]
    [InlineData("Monitoring:IdleInterval", "02:00:00", "Monitoring:IdleInterval is \"02:00:00\": it must be a duration hh:mm:ss from 00:00:01 to 01:00:00, as in --Monitoring:IdleInterval=00:05:00.")]
    [InlineData("urls", "http://0.0.0.0:5080", "urls is \"http://0.0.0.0:5080\": it must be a loopback address; every other is " + NotYet + ", as in --urls=http://localhost:5090.")]
    [InlineData("urls", "http://192.168.1.7:5080", "urls is \"http://192.168.1.7:5080\": it must be a loopback address; every other is " + NotYet + ", as in --urls=http://localhost:5090.")]
    [InlineData("urls", "http://console.example:5080", "urls is \"http://console.example:5080\": it must be a loopback address; every other is " + NotYet + ", as in --urls=http://localhost:5090.")]
    [InlineData("urls", "http://+:5080", "urls is \"http://+:5080\": it must be a loopback address; every other is " + NotYet + ", as in --urls=http://localhost:5090.")]
    [InlineData("urls", "http://*:5080", "urls is \"http://*:5080\": it must be a loopback address; every other is " + NotYet + ", as in --urls=http://localhost:5090.")]
    [InlineData("urls", "http://localhost:5080;http://[::]:5080", "urls is \"http://localhost:5080;http://[::]:5080\": it must be a loopback address; every other is " + NotYet + ", as in --urls=http://localhost:5090.")]
    [InlineData("urls", "https://localhost:5080", "urls is \"https://localhost:5080\": it must be http:// with localhost, 127.0.0.1 or [::1] and a port, as in --urls=http://localhost:5090.")]
    [InlineData("urls", "5080", "urls is \"5080\": it must be http:// with localhost, 127.0.0.1 or [::1] and a port, as in --urls=http://localhost:5090.")]
    [InlineData("AllowedHosts", "*", "AllowedHosts is \"*\": it must be loopback names (localhost, 127.0.0.1, [::1]); another name is " + NotYet + ", as in --AllowedHosts=localhost.")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:80", "Kestrel settings are not taken, because they could open the console to the network: use --urls with a loopback address.")]
    [InlineData("Notifications:TopicArn", "topic", "Notifications:TopicArn is \"topic\": it must be the ARN of an SNS topic, such as arn:aws:sns:eu-central-1:123456789012:canaryconsole.")]
    public void Settings_OneIsWrong_IsSaidInOneSentence(string key, string value, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<StartupException>(() => Read((key, value))).Message);

    [Fact]
    public void Settings_OfTheSandbox_AreAllInTheCatalog() => Assert.Equal(
        [],
        typeof(SandboxOptions).GetProperties()
            .Select(property => property.Name)
            .Where(name => !SettingCatalog.All.Any(setting => setting.Key == $"Sandbox:{name}" || setting.Key.StartsWith($"Sandbox:{name}:", StringComparison.Ordinal))));

    [Fact]
    public void Settings_TraceDoesNotExist_NamesWhereItWasLookedFor()
    {
        var refused = Assert.Throws<StartupException>(() => Read(("Sandbox:Traffic:Trace", "no-such.csv")));

        Assert.Equal(
            $"Sandbox:Traffic:Trace is \"no-such.csv\": it must be a file that exists (looked for {Path.GetFullPath("no-such.csv")}), as in --Sandbox:Traffic:Trace=trace.csv.",
            refused.Message);
    }

    [Fact]
    public void Settings_EnvironmentsFileThatIsWrong_NamesFileLineAndField()
    {
        var path = Path.Combine(Path.GetTempPath(), $"environments-{Guid.NewGuid():N}.yaml");
        File.WriteAllText(path, "environments:\n  - name: prod\n    endpoints: [media-ranker]\n    approvals: 11\n");
        try
        {
            var builder = WebApplication.CreateBuilder();
            builder.Configuration["Environments:File"] = path;

            Assert.Equal(
                $"Environments:File is {path}. Line 4: environments[0].approvals is 11; it must be between 0 and 10.",
                Assert.Throws<StartupException>(() => builder.AddEnvironments()).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Settings_TimeScaleOnTheRealCloud_IsRefused() => Assert.Equal(
        "Sandbox:TimeScale is \"30\" but Aws:Mode is Aws: real time cannot be sped up, so leave Sandbox:TimeScale out or use --Aws:Mode=Sandbox.",
        Assert.Throws<StartupException>(() => Read(("Aws:Mode", "aws"), ("Sandbox:TimeScale", "30"))).Message);

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:5080;http://127.0.0.1:5080/")]
    public void Settings_LoopbackAddress_IsTaken(string urls) => Assert.NotEmpty(Read(("urls", urls)).Urls);

    [Fact]
    public void Settings_NothingGiven_IsTheSandboxAtItsDefaults()
    {
        var settings = Read();

        Assert.Equal(["http://localhost:5080"], settings.Urls);
        Assert.True(settings.IsSandbox);
        Assert.Equal((1, 5081, "eu-central-1"), (settings.TimeScale, settings.Aws.SandboxPort, settings.Aws.Region));
    }

    [Theory]
    [InlineData("Sandbox", null, "00:00:10")]
    [InlineData("Sandbox", "00:01:00", "00:01:00")]
    [InlineData("Aws", null, "00:05:00")]
    public void IdleInterval_ByMode_IsShortOnlyWherePollingIsFree(string mode, string? given, string expected)
    {
        var configuration = Configuration([("Aws:Mode", mode), ("Monitoring:IdleInterval", given)]);
        ConsoleSettings.Read(configuration);

        var options = configuration.GetSection(MonitoringOptions.Section).Get<MonitoringOptions>() ?? new MonitoringOptions();

        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), options.IdleInterval);
    }

    [Theory]
    [InlineData("--Sandbox:TimeScal=30", "Sandbox:TimeScal is not a setting of the console: did you mean Sandbox:TimeScale? --help lists them all.")]
    [InlineData("--Prot=30", "Prot is not a setting of the console: --help lists them all.")]
    [InlineData("--Sandbox:Port", "Sandbox:Port has no value: write --Sandbox:Port=value, and see --help for what it may be.")]
    [InlineData("5080", "\"5080\" is neither a command (verify, healthcheck) nor a setting: settings are written --Name=value, and --help lists them all.")]
    [InlineData("-p", "\"-p\" is neither a command (verify, healthcheck) nor a setting: settings are written --Name=value, and --help lists them all.")]
    public void CommandLine_ArgumentUnknown_IsSaidInOneSentence(string argument, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<StartupException>(() => CommandLine.Read([argument])).Message);

    [Fact]
    public void CommandLine_VerbAndSettings_AreToldApart()
    {
        var read = CommandLine.Read(["verify", "--Storage:Path", "x.db", "--sandbox:port=5091"]);

        Assert.Equal(Verb.Verify, read.Verb);
        Assert.Equal(["--Storage:Path", "x.db", "--sandbox:port=5091"], read.Settings);
    }

    [Fact]
    public void Help_AsPrinted_NamesEverySetting() =>
        Assert.All(SettingCatalog.All, setting => Assert.Contains($"--{setting.Key}\n", HelpText.Write().ReplaceLineEndings("\n"), StringComparison.Ordinal));

    [Fact]
    public void Examples_InTheRefusals_AreThemselvesAccepted() =>
        Assert.All(SettingCatalog.All.Where(setting => setting.Key is not ("Sandbox:Traffic:Trace" or "Environments:File" or "Costs:PriceFile")), setting => Assert.Null(setting.Refusal(setting.Example)));

    private static ConsoleSettings Read(params (string Key, string? Value)[] settings) => ConsoleSettings.Read(Configuration(settings));

    private static ConfigurationManager Configuration(IEnumerable<(string Key, string? Value)> settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        return configuration;
    }
}
