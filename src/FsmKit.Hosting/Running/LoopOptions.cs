using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FsmKit.Hosting;

/// <summary>Makes the options of a loop from services, configuration and the application's code.</summary>
internal static class LoopOptions
{
    public static GAplicOptions Of(LoopBuilder plan, IServiceProvider services, LoopSettings settings)
    {
        var options = new GAplicOptions
        {
            LoggerFactory = services.GetService<ILoggerFactory>(),
            Time = services.GetService<TimeProvider>() ?? TimeProvider.System,
            Services = services,
        };
        plan.Configuring?.Invoke(options, services);
        settings.Apply(options);
        settings.Fixed = options.Settings;
        options.Settings = settings.Read();
        return options;
    }
}
