// SPDX-License-Identifier: GPL-2.0-only
/*
 * Extensions: from finit_module() of one to its unloading.
 *
 * The extension's module calls rex_extension_init() from its init function, in the
 * context of the loading process: descriptors in the image are that process's.
 */
#define pr_fmt(fmt) "rex: " fmt

#include <linux/file.h>
#include <linux/slab.h>

#include "rex.h"

/* More than any extension needs; keeps a damaged image from asking for gigabytes. */
#define REX_PROGRAMS_MAX 256
#define REX_MAPS_MAX 256
#define REX_GLOBALS_MAX 256

DEFINE_MUTEX(rex_mutex);
LIST_HEAD(rex_extensions);

static void rex_maps_put(struct rex_extension *extension)
{
	while (extension->map_count)
		bpf_map_put(extension->maps[--extension->map_count]);
	kfree(extension->maps);
}

/* Binds a map object of the extension to the kernel's map that the loader made for it. */
static int rex_map_take(struct rex_extension *extension, struct rex_map *definition)
{
	struct bpf_map *map = bpf_map_get(definition->fd);
	int error;

	if (IS_ERR(map))
		return PTR_ERR(map);
	error = rex_map_bind(definition, map);
	if (error) {
		bpf_map_put(map);
		return error;
	}
	extension->maps[extension->map_count++] = map;
	return 0;
}

static int rex_maps_bind(struct rex_extension *extension, const struct rex_extension_image *image)
{
	const struct rex_map_image *maps = (const void *)image->maps;
	int error = 0;
	u32 i;

	extension->maps = kcalloc(image->map_count, sizeof(*extension->maps), GFP_KERNEL);
	if (!extension->maps)
		return -ENOMEM;
	for (i = 0; i < image->map_count && !error; i++) {
		error = rex_map_take(extension, (struct rex_map *)maps[i].map);
		if (error)
			pr_err("extension %s: map %.*s does not match its definition: error %d\n",
			       extension->name, REX_NAME_SIZE, maps[i].name, error);
	}
	return error;
}

static void rex_programs_destroy(struct rex_extension *extension, u32 count)
{
	while (count)
		rex_program_destroy(&extension->programs[--count]);
}

static int rex_programs_init(struct rex_extension *extension,
			     const struct rex_extension_image *image)
{
	const struct rex_program_image *programs = (const void *)image->programs;
	int error;
	u32 i;

	for (i = 0; i < image->program_count; i++) {
		error = rex_program_init(&extension->programs[i], extension, &programs[i]);
		if (error) {
			rex_programs_destroy(extension, i);
			return error;
		}
	}
	return 0;
}

static int rex_extension_adopt(struct rex_extension *extension, struct rex_owner *owner)
{
	int error = -EBUSY;

	mutex_lock(&rex_mutex);
	/*
	 * The owner keeps the module: nobody unloads it under a running loader.
	 * try_module_get() cannot fail in the module's own init.
	 */
	if (!owner->extension && try_module_get(extension->module)) {
		owner->extension = extension;
		extension->owner = owner;
		list_add_tail(&extension->node, &rex_extensions);
		error = 0;
	}
	mutex_unlock(&rex_mutex);
	return error;
}

static void rex_extension_free(struct rex_extension *extension)
{
	rex_programs_destroy(extension, extension->program_count);
	rex_maps_put(extension);
	kfree(extension);
}

/* The image has been checked. */
static struct rex_extension *rex_extension_create(const struct rex_extension_image *image)
{
	struct rex_extension *extension;
	int error;

	extension = kzalloc(struct_size(extension, programs, image->program_count), GFP_KERNEL);
	if (!extension)
		return ERR_PTR(-ENOMEM);
	INIT_LIST_HEAD(&extension->links);
	extension->module = (struct module *)image->module;
	extension->loader = task_tgid_nr(current);
	extension->program_count = image->program_count;
	strscpy(extension->name, image->name, sizeof(extension->name));

	extension->globals = (const struct rex_global_image *)image->globals;
	extension->global_count = image->global_count;

	error = rex_programs_init(extension, image);
	if (error)
		goto out_free;
	error = rex_maps_bind(extension, image);
	if (error)
		goto out_destroy;
	return extension;

out_destroy:
	rex_programs_destroy(extension, extension->program_count);
	rex_maps_put(extension);
out_free:
	kfree(extension);
	return ERR_PTR(error);
}

/* Called by an extension's init_module().  0 or a negated errno, which fails the load. */
int rex_extension_init(struct rex_extension_image *image)
{
	struct rex_extension *extension;
	struct rex_owner *owner;
	struct file *file;
	int error;

	if (image->abi_version != REX_ABI_VERSION) {
		pr_err("extension %.*s was linked for ABI version %u, this runtime has %u\n",
		       REX_NAME_SIZE, image->name, image->abi_version, REX_ABI_VERSION);
		return -EPROTO;
	}
	if (image->program_count > REX_PROGRAMS_MAX || image->map_count > REX_MAPS_MAX ||
	    image->global_count > REX_GLOBALS_MAX || !image->module)
		return -EINVAL;
	if (!READ_ONCE(rex_kernel.ready))
		return -EAGAIN;

	owner = rex_owner_get(image->control_fd, &file);
	if (IS_ERR(owner))
		return PTR_ERR(owner);
	extension = rex_extension_create(image);
	if (IS_ERR(extension)) {
		error = PTR_ERR(extension);
	} else {
		error = rex_extension_adopt(extension, owner);
		if (error)
			rex_extension_free(extension);
		else
			rex_log_extension(extension, REX_LOG_LOADED);
	}
	fput(file);
	return error;
}

void rex_extension_disown(struct rex_extension *extension)
{
	struct rex_link *link, *next;

	lockdep_assert_held(&rex_mutex);
	list_for_each_entry_safe (link, next, &extension->links, node)
		rex_link_disown(link);
	extension->owner->extension = NULL;
	extension->owner = NULL;
	module_put(extension->module);
}

static struct rex_extension *rex_extension_of(const struct module *module)
{
	struct rex_extension *extension;

	list_for_each_entry (extension, &rex_extensions, node)
		if (extension->module == module)
			return extension;
	return NULL;
}

/*
 * Called by an extension's cleanup_module(): nobody owns it and nothing is attached,
 * since both hold a reference of the module.
 */
void rex_extension_exit(struct rex_extension_image *image)
{
	struct rex_extension *extension;

	mutex_lock(&rex_mutex);
	extension = rex_extension_of((const struct module *)image->module);
	if (extension)
		list_del(&extension->node);
	mutex_unlock(&rex_mutex);
	if (WARN_ON(!extension))
		return;
	rex_log_extension(extension, REX_LOG_UNLOADED);
	rex_extension_free(extension);
}
