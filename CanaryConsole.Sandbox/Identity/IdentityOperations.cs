using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Identity;

/// <summary>STS: who one is here, whatever key signs, and credentials of a role, which are as good as any others.</summary>
internal static partial class IdentityOperations
{
    private const string UserId = "AIDACANARYSANDBOX0001";
    private const int ShortestSession = 900;
    private const int LongestSession = 43_200;
    private static readonly XNamespace Ns = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static QueryTable Table()
    {
        var table = new QueryTable(Ns);
        table.Add("GetCallerIdentity", GetCallerIdentity);
        table.Add("AssumeRole", AssumeRole);
        return table;
    }

    private static IEnumerable<XElement> GetCallerIdentity(IFormCollection form, World world, DateTimeOffset now) =>
    [
        new XElement(Ns + "Arn", $"arn:aws:iam::{Arn.Account}:user/sandbox"),
        new XElement(Ns + "UserId", UserId),
        new XElement(Ns + "Account", Arn.Account),
    ];

    private static IEnumerable<XElement> AssumeRole(IFormCollection form, World world, DateTimeOffset now)
    {
        var role = RolePattern().Match(Required(form, "RoleArn"));
        var session = Required(form, "RoleSessionName");
        if (!role.Success)
        {
            throw new AwsErrorException("ValidationError", $"{form["RoleArn"]} is invalid");
        }

        if (!SessionPattern().IsMatch(session))
        {
            throw Constraint("roleSessionName", session, @"Member must satisfy regular expression pattern: [\w+=,.@-]{2,64}");
        }

        var seconds = Duration(form["DurationSeconds"]);
        var digest = SHA512.HashData(Encoding.UTF8.GetBytes($"{role.Value}/{session}/{now:O}"));
        var name = role.Groups[2].Value.Split('/')[^1];
        var id = $"AROA{Letters(digest, 16)}";
        return
        [
            new XElement(
                Ns + "AssumedRoleUser",
                new XElement(Ns + "AssumedRoleId", $"{id}:{session}"),
                new XElement(Ns + "Arn", $"arn:aws:sts::{role.Groups[1].Value}:assumed-role/{name}/{session}")),
            new XElement(
                Ns + "Credentials",
                new XElement(Ns + "AccessKeyId", $"ASIA{Letters(digest.AsSpan(16), 16)}"),
                new XElement(Ns + "SecretAccessKey", Convert.ToBase64String(digest[..30])),
                new XElement(Ns + "SessionToken", Convert.ToBase64String(digest)),
                new XElement(Ns + "Expiration", now.AddSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
        ];
    }

    private static string Required(IFormCollection form, string member) =>
        form[member].ToString() is { Length: > 0 } value
            ? value
            : throw Constraint(char.ToLowerInvariant(member[0]) + member[1..], null, "Member must not be null");

    private static int Duration(string? text)
    {
        if (text is null)
        {
            return 3600;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= ShortestSession and <= LongestSession
            ? seconds
            : throw Constraint(
                "durationSeconds",
                text,
                seconds < ShortestSession
                    ? $"Member must have value greater than or equal to {ShortestSession}"
                    : $"Member must have value less than or equal to {LongestSession}");
    }

    private static AwsErrorException Constraint(string member, string? value, string constraint) => new(
        "ValidationError",
        $"1 validation error detected: Value {(value is null ? "null" : $"'{value}'")} at '{member}' failed to satisfy constraint: {constraint}");

    private static string Letters(ReadOnlySpan<byte> digest, int count)
    {
        var letters = new StringBuilder(count);
        foreach (var one in digest[..count])
        {
            letters.Append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[one % 32]);
        }

        return letters.ToString();
    }

    [GeneratedRegex(@"^arn:aws:iam::(\d{12}):role/([\w+=,.@/-]{1,512})$")]
    private static partial Regex RolePattern();

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}$")]
    private static partial Regex SessionPattern();
}
