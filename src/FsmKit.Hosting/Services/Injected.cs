using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace FsmKit.Hosting;

/// <summary>Calls the constructor of a gclass with services.</summary>
internal static class Injected
{
    [SuppressMessage("FsmKit", "FSM0015:A gobj is made with Create", Justification = "Create calls this method.")]
    public static T Make<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(IServiceProvider services)
        where T : GObj => ActivatorUtilities.CreateInstance<T>(services);
}
