using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit;

public sealed partial class MachineDescription
{
    // Nearly every process has one factory, so the last logger is kept here, and no table has to be searched for each line.
    private FactoryLogger? _logger;

    /// <summary>Returns the logger of the gclass. Thread-safe. The first gobj of the gclass makes the logger, at its creation.</summary>
    /// <param name="factory">Makes the logger.</param>
    /// <param name="gclass">The gclass, for the category.</param>
    internal ILogger LoggerFrom(ILoggerFactory factory, Type gclass)
    {
        var known = Volatile.Read(ref _logger);
        return known?.Factory == factory ? known.Logger : Create(factory, gclass);
    }

    private ILogger Create(ILoggerFactory factory, Type gclass)
    {
        try
        {
            var made = new FactoryLogger(factory, GuardedLogger.Of(factory.CreateLogger(Category(gclass))));
            Volatile.Write(ref _logger, made);
            return made.Logger;
        }
        catch (Exception)
        {
            // A factory is code of the application. Without its logger the line is lost; the next line asks again.
            return NullLogger.Instance;
        }
    }

    /// <summary>Returns the name with namespace and outer types, without type arguments: <c>Shop.Door</c>.</summary>
    private static string Category(Type gclass)
    {
        var name = gclass.Name.Split('`')[0];
        return gclass.DeclaringType is { } outer ? $"{Category(outer)}.{name}" : gclass.Namespace is { } space ? $"{space}.{name}" : name;
    }

    private sealed record FactoryLogger(ILoggerFactory Factory, ILogger Logger);
}
