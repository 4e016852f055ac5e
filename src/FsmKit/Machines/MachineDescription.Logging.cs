using Microsoft.Extensions.Logging;

namespace FsmKit;

public sealed partial class MachineDescription
{
    // Nearly every process has one factory, so the last logger is kept here, and no table has to be searched for each line.
    private FactoryLogger? _logger;

    /// <summary>Returns the logger of the gclass. Thread-safe.</summary>
    /// <param name="factory">Makes the logger.</param>
    /// <param name="gclass">The gclass, for the category.</param>
    internal ILogger LoggerFrom(ILoggerFactory factory, Type gclass)
    {
        var known = Volatile.Read(ref _logger);
        if (known?.Factory != factory)
        {
            known = new FactoryLogger(factory, Category(gclass));
            Volatile.Write(ref _logger, known);
        }

        return known.Logger;
    }

    /// <summary>Returns the name with namespace and outer types, without type arguments: <c>Shop.Door</c>.</summary>
    private static string Category(Type gclass)
    {
        var name = gclass.Name.Split('`')[0];
        return gclass.DeclaringType is { } outer ? $"{Category(outer)}.{name}" : gclass.Namespace is { } space ? $"{space}.{name}" : name;
    }

    private sealed class FactoryLogger(ILoggerFactory factory, string category)
    {
        public ILoggerFactory Factory => factory;

        public ILogger Logger { get; } = GuardedLogger.Of(Create(factory, category));

        /// <summary>A factory is code of the application: without a logger of it there is no log, but the loop goes on.</summary>
        private static ILogger? Create(ILoggerFactory factory, string category)
        {
            try
            {
                return factory.CreateLogger(category);
            }
            catch (Exception)
            {
                return null;
            }
        }
    }
}
