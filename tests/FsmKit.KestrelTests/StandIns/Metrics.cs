using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Infrastructure;

namespace Microsoft.Extensions.Diagnostics.Metrics.Testing;

/// <summary>Collects nothing: meters are Kestrel's own.</summary>
public sealed class MetricCollector<T>(IMeterFactory factory, string meter, string instrument) : IDisposable
{
    public string Name => $"{factory}/{meter}/{instrument}";

    public Unmeasured GetMeasurementSnapshot() => new();

    public void Dispose()
    {
    }
}

/// <summary>Measurements that are not compared.</summary>
public sealed class Unmeasured;

/// <summary>A measurement that is not there.</summary>
public sealed class Measurement
{
    public IReadOnlyDictionary<string, object> Tags { get; } = new Dictionary<string, object>();
}

/// <summary>Makes meters.</summary>
public sealed class TestMeterFactory : IMeterFactory
{
    public Meter Create(MeterOptions options) => new(options);

    public void Dispose()
    {
    }
}

/// <summary>Judgements of measurements, which are not made.</summary>
public static class MetricsAssert
{
    public static void NoError(IReadOnlyDictionary<string, object> tags) => throw new NotSupportedException(tags.ToString());

    public static void Equal(ConnectionEndReason reason, IReadOnlyDictionary<string, object> tags) => throw new NotSupportedException($"{reason} {tags}");
}
