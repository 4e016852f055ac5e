using Microsoft.Extensions.DependencyInjection;

namespace FsmKit.Hosting;

/// <summary>Describes the loops of a host; see <see cref="FsmKitServices.AddFsmKit"/>.</summary>
public sealed class FsmKitBuilder
{
    private readonly LoopPlans _plans;

    internal FsmKitBuilder(IServiceCollection services, LoopPlans plans) => (Services, _plans) = (services, plans);

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a loop. The host starts the loops in this order and stops them in reverse order.</summary>
    /// <param name="name">Name of the loop, of its thread, and of its configuration section. Not empty, and used once.</param>
    /// <param name="configure">Describes the loop and its gobjs.</param>
    /// <exception cref="ArgumentException">The name is empty, or another loop has it.</exception>
    public FsmKitBuilder AddLoop(string name, Action<LoopBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        if (_plans.Loops.Exists(loop => loop.Name == name))
        {
            throw new ArgumentException($"There is a loop '{name}' already. Give this one another name, or add its gobjs to that one.", nameof(name));
        }

        var loop = new LoopBuilder(name);
        configure(loop);
        _plans.Loops.Add(loop);
        return this;
    }
}
