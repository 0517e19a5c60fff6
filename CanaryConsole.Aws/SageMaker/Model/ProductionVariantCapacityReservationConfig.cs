using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantCapacityReservationConfig
{
    public CapacityReservationPreference? CapacityReservationPreference { get; set; }

    [Length(20, 258), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z0-9\-]{1,14}/.*")]
    public string? MlReservationArn { get; set; }
}
