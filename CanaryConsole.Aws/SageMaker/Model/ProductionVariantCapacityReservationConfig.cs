namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantCapacityReservationConfig
{
    public CapacityReservationPreference? CapacityReservationPreference { get; set; }

    public string? MlReservationArn { get; set; }
}
