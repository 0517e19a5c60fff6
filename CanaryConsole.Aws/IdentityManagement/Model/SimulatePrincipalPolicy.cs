using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.IdentityManagement.Model;

public sealed class SimulatePrincipalPolicyRequest : AmazonWebServiceRequest
{
    [Required, Length(20, 2048)]
    public string? PolicySourceArn { get; set; }

    [Required, Length(3, 128, Of = Part.Items)]
    public List<string>? ActionNames { get; set; }

    [Length(1, 2048, Of = Part.Items)]
    public List<string>? ResourceArns { get; set; }

    [Between(1, 1000)]
    public int? MaxItems { get; set; }

    [Length(1, 320)]
    public string? Marker { get; set; }
}

public sealed class SimulatePrincipalPolicyResponse : AmazonWebServiceResponse
{
    public List<EvaluationResult>? EvaluationResults { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
