namespace CanaryConsole.Aws;

/// <summary>Which cloud the clients speak to; the requests are the same.</summary>
public enum AwsMode
{
    /// <summary>The sandbox on this machine: no account, no credentials.</summary>
    Sandbox,

    /// <summary>Amazon's own service, with Amazon's default credential chain.</summary>
    Aws,
}
