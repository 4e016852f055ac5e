using FsmKit.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of FsmKit's loops in a host.</summary>
public static class FsmKitServices
{
    /// <summary>
    /// Adds loops to the host. Each runs on a thread of its own, from the start of the host to its stop. The call may be repeated; all loops start in
    /// the order in which they were added.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Adds the loops.</param>
    /// <remarks>
    /// Registers <see cref="FsmKitLoops"/>, an <see cref="IFsmKitLoop"/> for each loop, with its name as the key, and an <see cref="IFsmKitLoop"/>
    /// without a key for programs with one loop.
    /// </remarks>
    /// <exception cref="ArgumentException">Two loops have the same name.</exception>
    public static IServiceCollection AddFsmKit(this IServiceCollection services, Action<FsmKitBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var plans = services.FirstOrDefault(static service => service.ServiceType == typeof(LoopPlans))?.ImplementationInstance as LoopPlans;
        if (plans is null)
        {
            plans = new LoopPlans();
            services.AddSingleton(plans);
            services.AddSingleton(static provider => new FsmKitLoops(provider.GetRequiredService<LoopPlans>(), provider));
            services.AddSingleton(static provider => provider.GetRequiredService<FsmKitLoops>().Only());
            services.AddHostedService<FsmKitService>();
        }

        var known = plans.Loops.Count;
        configure(new FsmKitBuilder(services, plans));
        foreach (var name in plans.Loops.Skip(known).Select(static loop => loop.Name))
        {
            services.TryAddKeyedSingleton(name, static (provider, key) => provider.GetRequiredService<FsmKitLoops>()[(string)key!]);
        }

        return services;
    }
}
