using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageValidationSpecification
{
    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")]
    public string? ValidationRole { get; set; }

    [Required, Items(0, 1)]
    public List<ModelPackageValidationProfile>? ValidationProfiles { get; set; }
}
