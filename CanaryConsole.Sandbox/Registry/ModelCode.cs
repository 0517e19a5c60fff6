using System.Globalization;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>The inference.py of a version.</summary>
internal static class ModelCode
{
    public static string Of(string group, int version) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        # Serves {{group}} v{{version}}.
        import json

        import numpy
        import torch


        def model_fn(model_dir):
            with open(f"{model_dir}/model/model.pt", "rb") as weights:
                return torch.from_numpy(numpy.frombuffer(weights.read(), dtype=numpy.float32).copy())


        def input_fn(body, content_type="application/json"):
            return torch.tensor(json.loads(body)["features"], dtype=torch.float32)


        def predict_fn(features, model):
            return torch.sigmoid(features @ model[: len(features)])


        def output_fn(score, accept="application/json"):
            return json.dumps({"predictions": [float(score)]})

        """);
}
