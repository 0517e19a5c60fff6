using System.Net;
using CanaryConsole.Core.Hooks;

namespace CanaryConsole.Tests.Core.Hooks;

public sealed class HookRulesTests
{
    private const string Hosts = "hooks.example.com; Deploy.example.com:8443;10.1.2.3;[2001:db8::7]:9000;bücher.example";

    [Theory]
    [InlineData("https://hooks.example.com/check?x=1")]
    [InlineData("https://HOOKS.example.com:443/check")]
    [InlineData("https://deploy.example.com:8443/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://[2001:db8:0:0::7]:9000/")]
    [InlineData("https://xn--bcher-kva.example/")]
    public void Problem_AllowedHost_IsNone(string url) => Assert.Null(Rules().Problem(url));

    [Theory]
    [InlineData("http://hooks.example.com/", "it is not an absolute https address")]
    [InlineData("ftp://hooks.example.com/", "it is not an absolute https address")]
    [InlineData("/check", "it is not an absolute https address")]
    [InlineData("https://me:secret@hooks.example.com/", "it has a user or a fragment, which a hook's address may not")]
    [InlineData("https://hooks.example.com/#x", "it has a user or a fragment, which a hook's address may not")]
    [InlineData("https://evil.hooks.example.com/", "its host evil.hooks.example.com:443 is not among Hooks:AllowedHosts")]
    [InlineData("https://hooks.example.com.evil.org/", "its host hooks.example.com.evil.org:443 is not among Hooks:AllowedHosts")]
    [InlineData("https://hooks.example.com:8443/", "its host hooks.example.com:8443 is not among Hooks:AllowedHosts")]
    [InlineData("https://deploy.example.com/", "its host deploy.example.com:443 is not among Hooks:AllowedHosts")]
    [InlineData("https://0x7f.1/", "its host 127.0.0.1:443 is not among Hooks:AllowedHosts")]
    [InlineData("https://2130706433/", "its host 127.0.0.1:443 is not among Hooks:AllowedHosts")]
    public void Problem_OtherAddress_SaysWhy(string url, string problem) => Assert.Equal(problem, Rules().Problem(url));

    [Theory]
    [InlineData("", HookSamples.Key, "hooks are off: the setting Hooks:AllowedHosts names no host")]
    [InlineData(" ; ", HookSamples.Key, "hooks are off: the setting Hooks:AllowedHosts names no host")]
    [InlineData("hooks.example.com", "", "hooks are off: the setting Hooks:SigningKey is empty")]
    [InlineData("hooks.example.com", "0123456789abcdef0123456789abcde", "hooks are off: the setting Hooks:SigningKey has fewer than 32 characters")]
    public void Problem_SettingMissing_NamesIt(string hosts, string key, string problem) =>
        Assert.Equal(problem, new HookRules(HookSamples.Allowing(hosts, key)).Problem("https://hooks.example.com/"));

    [Theory]
    [InlineData("169.254.169.254", "hooks.example.com", true)]
    [InlineData("::ffff:169.254.169.254", "hooks.example.com", true)]
    [InlineData("fe80::1", "hooks.example.com", true)]
    [InlineData("0.0.0.0", "hooks.example.com", true)]
    [InlineData("::", "hooks.example.com", true)]
    [InlineData("224.0.0.1", "hooks.example.com", true)]
    [InlineData("127.0.0.1", "hooks.example.com", true)]
    [InlineData("::ffff:127.0.0.1", "hooks.example.com", true)]
    [InlineData("127.0.0.1", "localhost", false)]
    [InlineData("::1", "[::1]", false)]
    [InlineData("10.1.2.3", "hooks.example.com", false)]
    [InlineData("203.0.113.7", "hooks.example.com", false)]
    public void IsForbidden_WhereANameMayNotPoint_IsTrue(string address, string host, bool forbidden) =>
        Assert.Equal(forbidden, HookConnection.IsForbidden(IPAddress.Parse(address), host));

    private static HookRules Rules() => new(HookSamples.Allowing(Hosts));
}
